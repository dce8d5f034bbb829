using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Limits;
using Stogram.Core.Organizations;
using Stogram.Core.Realtime;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Web;

namespace Stogram.Host.Realtime;

/// <summary>
/// One method each way: commands come in through <see cref="Dispatch"/>, events go out under their own names. A hub is
/// made for every command, so it asks for what only arriving needs when somebody arrives.
/// </summary>
internal sealed class StogramHub(
    Connections connections,
    Commands commands,
    PluginCommands pluginCommands,
    Presences presences,
    Interest interest,
    ILimits limits,
    IServiceProvider services,
    ILogger<StogramHub> log) : Hub
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    public override async Task OnConnectedAsync()
    {
        var caller = Context.GetHttpContext()!.Features.Get<Caller>()!;
        var connection = new Connection(Context, caller);
        connections.Add(connection);
        using (await connections.Of(caller.UserId).Take(Context.ConnectionAborted))
        {
            // Read after the connection is listed: a session revoked before was missed by the cut, and is seen here.
            if (await services.GetRequiredService<LiveSession>().Find(caller.SessionId, FindOrganization.HostOf(Context.GetHttpContext()!.Request), Context.ConnectionAborted) is null)
            {
                Context.Abort();
                return;
            }

            await Groups.AddToGroupAsync(connection.Id, Address.Organization(caller.OrganizationId));
            var membership = services.GetRequiredService<Membership>();
            var chats = await membership.Of(caller).Select(member => member.ChatId).ToListAsync(Context.ConnectionAborted);
            await Task.WhenAll(chats.Select(chatId => Groups.AddToGroupAsync(connection.Id, Address.Chat(chatId))));
        }

        // What other nodes tell from now on is heard; what they told before, the sync brings.
        await interest.Settled();
        await Clients.Caller.SendAsync("sync:required", new NoPayload());
        await presences.Arrived(caller.UserId);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (connections.Find(Context.ConnectionId) is { } connection)
        {
            connections.Remove(connection);
            presences.Left(connection.Caller.UserId);
        }

        return Task.CompletedTask;
    }

    /// <summary>Never throws: answers with the envelope that REST gives for the same verb.</summary>
    [HubMethodName("dispatch")]
    public Task<object> Dispatch(string type, JsonElement? payload = null)
    {
        var connection = connections.Find(Context.ConnectionId)!;
        // Messages of one socket keep their order; nothing else waits for them.
        return type.StartsWith("message:", StringComparison.Ordinal)
            ? connection.InLine(() => Run(connection, type, payload ?? Empty))
            : Run(connection, type, payload ?? Empty);
    }

    private async Task<object> Run(Connection connection, string type, JsonElement payload)
    {
        try
        {
            if (await limits.Take(LimitTable.OfCommand(type), connection.Caller.UserId.ToString(), connection.Closed) is { } refusal)
            {
                return refusal.ToEnvelope();
            }

            return commands.Find(type) is { } handler
                ? await handler(services, connection.Caller, payload, connection.Closed)
                : await pluginCommands.Run(connection, type, payload);
        }
        catch (Exception e)
        {
            return Faults.Explain(e, Activity.Current?.TraceId.ToString() ?? Context.ConnectionId, log).ToEnvelope();
        }
    }
}
