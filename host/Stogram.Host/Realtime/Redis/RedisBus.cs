using Stogram.Core.Realtime;

namespace Stogram.Host.Realtime.Redis;

/// <summary>
/// The bus of several nodes: to the sockets here first, then to the other nodes. Who may hear what does not hang on it:
/// <see cref="Join"/>, <see cref="Leave"/> and <see cref="Cut"/> reach other nodes by the control log.
/// </summary>
internal sealed class RedisBus(LocalBus here, Relay relay) : IBus
{
    public Task ToChat(Guid chatId, string type, params IReadOnlyList<object> payloads) =>
        Send(Address.Chat(chatId), here.Frames(type, payloads));

    public Task ToUser(Guid userId, string type, object payload) => Send(Address.User(userId), [here.Frame(type, payload)]);

    public Task ToOrganization(Guid organizationId, string type, object payload) =>
        Send(Address.Organization(organizationId), [here.Frame(type, payload)]);

    public Task ToAcquaintances(Guid userId, string type, object payload)
    {
        var frame = here.Frame(type, payload);
        relay.Send(Relay.Acquaintances, frame, userId);
        return here.DeliverToAcquaintances(userId, frame, CancellationToken.None);
    }

    public Task Join(Guid chatId, IReadOnlyCollection<Guid> userIds) => here.Join(chatId, userIds);

    public Task Leave(Guid chatId, Guid userId) => here.Leave(chatId, userId);

    public Task Cut(Guid sessionId) => here.Cut(sessionId);

    private Task Send(string address, IEnumerable<Frame> frames)
    {
        foreach (var frame in frames)
        {
            here.Deliver(address, frame);
            relay.Send(address, frame);
        }

        return Task.CompletedTask;
    }
}
