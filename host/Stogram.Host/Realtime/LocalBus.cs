using Microsoft.AspNetCore.SignalR;
using Stogram.Core.Presence;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;

namespace Stogram.Host.Realtime;

/// <summary>The bus of a single node: one SignalR group per chat, so an event is serialized once for all its members.</summary>
internal sealed class LocalBus(
    IHubContext<StogramHub> hub, Connections connections, IServiceScopeFactory scopes) : IBus
{
    public static string Group(Guid chatId) => $"chat:{chatId}";

    public static string OrganizationGroup(Guid organizationId) => $"organization:{organizationId}";

    public Task ToChat(Guid chatId, string type, object payload) =>
        hub.Clients.Group(Group(chatId)).SendAsync(type, payload);

    public Task ToUser(Guid userId, string type, object payload) => ToUsers([userId], type, payload);

    public async Task ToAcquaintances(Guid userId, string type, object payload)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<Acquaintances>()
            .Among(userId, [.. connections.PeopleHere], CancellationToken.None);
        await ToUsers(people, type, payload);
    }

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

    private Task ToUsers(IEnumerable<Guid> userIds, string type, object payload) =>
        hub.Clients.Clients([.. userIds.SelectMany(id => connections.Of(id).All).Select(connection => connection.Id)])
            .SendAsync(type, payload);

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
