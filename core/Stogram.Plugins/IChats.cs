namespace Stogram.Plugins;

/// <summary>Reads chats. Needs permission <c>chats.read</c>, else throws <see cref="UndeclaredException"/>.</summary>
public interface IChats
{
    /// <summary>
    /// A person's membership of a chat as it is now; null if they are not in it, if there is no such chat in that
    /// organization, or if the plugin is off there: check this before you answer anything about a chat.
    /// </summary>
    ValueTask<ChatMembership?> FindMemberAsync(Guid organizationId, Guid chatId, Guid userId, CancellationToken cancellation = default);

    /// <summary>The same for who asks.</summary>
    ValueTask<ChatMembership?> FindMemberAsync(PluginCaller caller, Guid chatId, CancellationToken cancellation = default) =>
        FindMemberAsync(caller.OrganizationId, chatId, caller.UserId, cancellation);
}

/// <summary>That someone is in a chat.</summary>
public sealed record ChatMembership
{
    /// <summary>The chat.</summary>
    public required Guid ChatId { get; init; }

    /// <summary>The member.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Their role in it.</summary>
    public required ChatRole Role { get; init; }

    /// <summary>What kind of chat it is.</summary>
    public required ChatKind Kind { get; init; }
}

/// <summary>The kinds of chats.</summary>
public enum ChatKind
{
    /// <summary>Two people.</summary>
    Private,

    /// <summary>Many people; all write.</summary>
    Group,

    /// <summary>Many people; admins write.</summary>
    Channel,
}
