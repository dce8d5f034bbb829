using Microsoft.AspNetCore.SignalR;
using Stogram.Core.Presence;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;

namespace Stogram.Host.Realtime;

/// <summary>The bus of one node: to the sockets that are here.</summary>
internal sealed class LocalBus(
    FanOut fanOut, Connections connections, ControlGate gate, IHubProtocolResolver protocols, IServiceScopeFactory scopes) : IBus
{
    public Frame Frame(string type, object payload) => Realtime.Frame.Of(protocols, type, payload);

    public IEnumerable<Frame> Frames(string type, IReadOnlyList<object> payloads) =>
        Realtime.Frame.Join(payloads.Select(payload => Frame(type, payload)));

    public Task ToChat(Guid chatId, string type, params IReadOnlyList<object> payloads)
    {
        var address = Address.Chat(chatId);
        if (Hears(address))
        {
            foreach (var frame in Frames(type, payloads))
            {
                Deliver(address, frame);
            }
        }

        return Task.CompletedTask;
    }

    public Task ToUser(Guid userId, string type, object payload) => Deliver(Address.User(userId), type, payload);

    public Task ToOrganization(Guid organizationId, string type, object payload) =>
        Deliver(Address.Organization(organizationId), type, payload);

    public Task ToAcquaintances(Guid userId, string type, object payload) =>
        DeliverToAcquaintances(userId, Frame(type, payload), CancellationToken.None);

    public bool Hears(string address) =>
        Address.UserOf(address) is { } userId ? connections.IsHere(userId) : fanOut.Hears(address);

    /// <summary>In the order of the calls, and without waiting for any reader.</summary>
    public void Deliver(string address, Frame frame)
    {
        if (!Hears(address))
        {
            return;
        }

        if (gate.IsOpen)
        {
            Write(address, frame);
        }
        else
        {
            gate.Wait(() => Write(address, frame));
        }
    }

    public async Task DeliverToAcquaintances(Guid userId, Frame frame, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<Acquaintances>()
            .Among(userId, [.. connections.PeopleHere], cancellation);
        foreach (var person in people)
        {
            Deliver(Address.User(person), frame);
        }
    }

    public async Task Join(Guid chatId, IReadOnlyCollection<Guid> userIds)
    {
        foreach (var userId in userIds)
        {
            await ForEach(userId, connection => fanOut.AddToGroupAsync(connection.Id, Address.Chat(chatId)));
        }
    }

    public Task Leave(Guid chatId, Guid userId) =>
        ForEach(userId, connection => fanOut.RemoveFromGroupAsync(connection.Id, Address.Chat(chatId)));

    public Task Cut(Guid sessionId)
    {
        foreach (var connection in connections.OfSession(sessionId))
        {
            fanOut.Deliver([connection.Id], Frame("session:revoked", new NoPayload()));
            connection.Cut();
        }

        return Task.CompletedTask;
    }

    private Task Deliver(string address, string type, object payload)
    {
        if (Hears(address))
        {
            Deliver(address, Frame(type, payload));
        }

        return Task.CompletedTask;
    }

    private void Write(string address, Frame frame)
    {
        if (Address.UserOf(address) is { } userId)
        {
            fanOut.Deliver(connections.Of(userId).All.Select(connection => connection.Id), frame);
        }
        else
        {
            fanOut.Deliver(address, frame);
        }
    }

    private async Task ForEach(Guid userId, Func<Connection, Task> change)
    {
        if (connections.IsHere(userId))
        {
            using var turn = await connections.Of(userId).Take(CancellationToken.None);
            await Task.WhenAll(connections.Of(userId).All.Select(change));
        }
    }
}
