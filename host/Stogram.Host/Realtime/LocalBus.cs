using Microsoft.AspNetCore.SignalR;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;

namespace Stogram.Host.Realtime;

/// <summary>The bus of a single node: one SignalR group per chat, so an event is serialized once for all its members.</summary>
internal sealed class LocalBus(IHubContext<StogramHub> hub, Connections connections) : IBus
{
    public static string Group(Guid chatId) => $"chat:{chatId}";

    public static string OrganizationGroup(Guid organizationId) => $"organization:{organizationId}";

    public Task ToChat(Guid chatId, string type, object payload) =>
        hub.Clients.Group(Group(chatId)).SendAsync(type, payload);

    public Task ToUser(Guid userId, string type, object payload) =>
        hub.Clients.Clients([.. connections.Of(userId).All.Select(connection => connection.Id)]).SendAsync(type, payload);

    public Task ToOrganization(Guid organizationId, string type, object payload) =>
        hub.Clients.Group(OrganizationGroup(organizationId)).SendAsync(type, payload);

    public async Task Join(Guid chatId, IReadOnlyCollection<Guid> userIds)
    {
        foreach (var userId in userIds)
        {
            await ForEach(userId, connection => hub.Groups.AddToGroupAsync(connection.Id, Group(chatId)));
        }
    }

    public Task Leave(Guid chatId, Guid userId) =>
        ForEach(userId, connection => hub.Groups.RemoveFromGroupAsync(connection.Id, Group(chatId)));

    public async Task Cut(Guid sessionId)
    {
        foreach (var connection in connections.OfSession(sessionId))
        {
            await hub.Clients.Client(connection.Id).SendAsync("session:revoked", new NoPayload());
            connection.Cut();
        }
    }

    private async Task ForEach(Guid userId, Func<Connection, Task> change)
    {
        var person = connections.Of(userId);
        await person.Turn.WaitAsync();
        try
        {
            await Task.WhenAll(person.All.Select(change));
        }
        finally
        {
            person.Turn.Release();
        }
    }
}
