using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Chats;
using Stogram.Core.Drafts;
using Stogram.Core.Messages;
using Stogram.Core.Presence;
using Stogram.Core.Shared;
using Stogram.Core.Threads;
using Stogram.Core.Users;

namespace Stogram.Core.Realtime;

/// <summary>The hub's door: a name from the wire, the verb behind it. The same verbs as REST's.</summary>
internal sealed class Commands
{
    private readonly Dictionary<string, Handler> handlers = [];

    public Commands()
    {
        Map("message:send", CoreJson.Default.SendMessageRequest,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<SendMessage>().Run(caller, request, cancellation)));
        Map("message:edit", CoreJson.Default.EditMessageCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<EditMessage>().Run(caller, request, cancellation)));
        Map("message:delete", CoreJson.Default.DeleteMessageCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<DeleteMessage>().Run(caller, request, cancellation)));
        Map("message:react", CoreJson.Default.ReactCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<ReactToMessage>().Run(caller, request, cancellation)));
        Map("message:pin", CoreJson.Default.PinCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<PinMessage>().Run(caller, request, cancellation)));
        Map("message:forward", CoreJson.Default.ForwardCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<ForwardMessages>().Run(caller, request, cancellation)));
        Map("typing:start", CoreJson.Default.TypingCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<ShowTyping>().Run(caller, request, true, cancellation)));
        Map("typing:stop", CoreJson.Default.TypingCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<ShowTyping>().Run(caller, request, false, cancellation)));
        Map("user:online", CoreJson.Default.NothingRequest,
            (services, caller, _, cancellation) => Answer(services.GetRequiredService<ChangeStatus>().Run(caller.UserId, UserStatus.Online, cancellation)));
        Map("user:offline", CoreJson.Default.NothingRequest,
            (services, caller, _, cancellation) => Answer(services.GetRequiredService<ChangeStatus>().Run(caller.UserId, UserStatus.Offline, cancellation)));
        Map("user:status-change", CoreJson.Default.ChangeStatusCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<ChangeStatus>().Run(caller.UserId, request.Status!.Value, cancellation)));
        Map("message:read", CoreJson.Default.MarkReadCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<MarkRead>().Run(caller, request, cancellation)));
        Map("thread:read", CoreJson.Default.MarkThreadCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<MarkThread>().Run(caller, request, cancellation)));
        Map("message:delivered", CoreJson.Default.MarkDeliveredCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<MarkDelivered>().Run(caller, request, cancellation)));
        Map("chat:draft", CoreJson.Default.SaveDraftCommand,
            (services, caller, request, cancellation) => Answer(services.GetRequiredService<SaveDraft>().Run(caller, request, cancellation)));
    }

    public delegate Task<Envelope> Handler(
        IServiceProvider services, Caller caller, JsonElement payload, CancellationToken cancellation);

    public IEnumerable<string> Names => handlers.Keys;

    public Handler? Find(string name) => handlers.GetValueOrDefault(name);

    private void Map<TRequest>(
        string name,
        JsonTypeInfo<TRequest> type,
        Func<IServiceProvider, Caller, TRequest, CancellationToken, Task<Envelope>> run)
        where TRequest : class, IRequest =>
        handlers.Add(name, async (services, caller, payload, cancellation) =>
        {
            var (request, refusal) = Read(payload, type);
            return refusal is null
                ? await run(services, caller, request!, cancellation)
                : refusal.ToEnvelope();
        });

    private static (TRequest? Request, Refusal? Refusal) Read<TRequest>(JsonElement payload, JsonTypeInfo<TRequest> type)
        where TRequest : class, IRequest
    {
        try
        {
            return payload.Deserialize(type) is { } request
                ? (request, Validation.Check(request))
                : (null, Refusal.Invalid("request", "An object is needed."));
        }
        catch (JsonException e)
        {
            return (null, BadJson.Explain(e));
        }
    }

    private static async Task<Envelope> Answer<T>(Task<Outcome<T>> outcome) => (await outcome).ToEnvelope();
}
