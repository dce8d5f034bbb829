using System.ComponentModel.DataAnnotations;
using Stogram.Core.Files;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <param name="Id">Made by the client: the same id again answers with the same message.</param>
public sealed record SendMessageRequest(
    [property: Required] Guid? Id,
    [property: Required] Guid? ChatId,
    [property: StringLength(SendMessage.MaxLength)] string? Content,
    Guid? ReplyToId,
    [property: MaxLength(SendMessage.MaxFiles)] Guid[]? FileIds,
    bool? IsSilent) : IRequest;

/// <summary>
/// The one way into a chat, whatever the door. When it answers, the message is committed; a repeat of a stored
/// message is answered with that message.
/// </summary>
internal sealed class SendMessage(
    InterceptMessage intercept, StoreMessages store, ChatTurns turns, Outbox outbox, IBus bus, FileLinks links, TimeProvider time)
    : IVerb
{
    public const int MaxLength = 10_000;

    public const int MaxFiles = 10;

    public async Task<Outcome<MessageView>> Run(
        Caller caller, SendMessageRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Content) && request.FileIds is not { Length: > 0 })
        {
            return Refusal.Invalid("content", "A message needs text or a file.");
        }

        if (request.Id == Guid.Empty)
        {
            return Refusal.Invalid("id", "Make a new id for each message.");
        }

        var message = new NewMessage(
            caller.OrganizationId, request.ChatId!.Value, request.Id!.Value, caller.UserId, request.Content ?? "",
            request.ReplyToId, request.FileIds?.Distinct().ToArray() ?? [], request.IsSilent ?? false);
        var intercepted = await intercept.Run(message, cancellation);
        if (intercepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var stored = await Deliver(intercepted.Value, cancellation);
        return stored.Verdict switch
        {
            StoreVerdict.Stored => Outcome<MessageView>.New(links.Sign(caller, stored.Message!)),
            StoreVerdict.Repeated => links.Sign(caller, stored.Message!),
            StoreVerdict.TakenByAnother => Refusal.Conflict("This id is taken in this chat. Make a new one."),
            StoreVerdict.MayNotPost => Refusal.Forbidden("Only admins write in this channel."),
            StoreVerdict.UnknownReply => Refusal.Invalid("replyToId", "There is no such message in this chat."),
            StoreVerdict.UnknownFile => Refusal.Invalid("fileIds", "Upload the file first."),
            _ => Refusal.NotFound,
        };
    }

    /// <summary>A chat's sends take turns, so that events leave in the order of <c>seq</c>.</summary>
    private async Task<StoredMessage> Deliver(NewMessage message, CancellationToken cancellation)
    {
        using var turn = await turns.Take(message.ChatId, cancellation);
        // From here on the caller's going away must not leave a committed message that nobody is told of.
        var stored = (await store.Run([message], time.GetUtcNow(), CancellationToken.None))[0];
        if (stored.IsNew)
        {
            outbox.Announce();
            await bus.ToChat(message.ChatId, "message:new", stored.Message!);
        }

        return stored;
    }
}
