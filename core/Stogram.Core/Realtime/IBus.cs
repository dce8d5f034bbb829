namespace Stogram.Core.Realtime;

/// <summary>
/// What the core tells live connections, always after the commit. It may lose events: clients heal by sync. It may
/// not deliver to someone who is no longer a member: <see cref="Leave"/> returns once that holds on this node. Other
/// nodes follow by the control log.
/// </summary>
public interface IBus
{
    /// <summary>Several events of one kind keep their order and go to each connection in one piece.</summary>
    Task ToChat(Guid chatId, string type, params IReadOnlyList<object> payloads);

    Task ToUser(Guid userId, string type, object payload);

    /// <summary>To those who are here and share a chat with somebody.</summary>
    Task ToAcquaintances(Guid userId, string type, object payload);

    Task ToOrganization(Guid organizationId, string type, object payload);

    Task Join(Guid chatId, IReadOnlyCollection<Guid> userIds);

    Task Leave(Guid chatId, Guid userId);

    /// <summary>Closes every connection of a session.</summary>
    Task Cut(Guid sessionId);
}
