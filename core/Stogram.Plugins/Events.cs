namespace Stogram.Plugins;

/// <summary>Handles one event. <paramref name="services"/> is a scope of its own. Throwing means: try again.</summary>
public delegate ValueTask PluginEventHandler<in TEvent>(
    TEvent e, IServiceProvider services, CancellationToken cancellation)
    where TEvent : IChatEvent;

/// <summary>
/// Something that happened in a chat and is committed. Carries ids alone: read what you need, it may have changed
/// since. Delivered at least once, in order per chat, only while the organization has the plugin on.
/// </summary>
public interface IChatEvent
{
    /// <summary>The chat's organization.</summary>
    Guid OrganizationId { get; }

    /// <summary>The chat.</summary>
    Guid ChatId { get; }
}

/// <summary>A chat was made. A <see cref="MemberJoined"/> for each of its first members follows.</summary>
public sealed record ChatCreated : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid UserId { get; init; }
}

/// <summary>A chat is gone, with everything in it. No <see cref="MemberLeft"/> follows: forget what you keep of it.</summary>
public sealed record ChatDeleted : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>Who deleted it.</summary>
    public required Guid UserId { get; init; }
}

/// <summary>Someone is in a chat now.</summary>
public sealed record MemberJoined : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>Who joined.</summary>
    public required Guid UserId { get; init; }
}

/// <summary>Someone is no longer in a chat: they left or were removed.</summary>
public sealed record MemberLeft : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>Who left.</summary>
    public required Guid UserId { get; init; }
}

/// <summary>A message was stored.</summary>
public sealed record MessagePosted : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>The message's id, unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The message's number in its chat: gapless, growing.</summary>
    public required long Seq { get; init; }

    /// <summary>Who sent it.</summary>
    public required Guid SenderId { get; init; }

    /// <summary>The plugin that posted it, perhaps yourself; null for what people send.</summary>
    public PluginOrigin? Origin { get; init; }
}

/// <summary>A message says something else now.</summary>
public sealed record MessageEdited : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>The message's id, unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The message's number in its chat.</summary>
    public required long Seq { get; init; }

    /// <summary>Who edited it: its sender.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The plugin that edited it, perhaps yourself; null for what people edit.</summary>
    public PluginOrigin? Origin { get; init; }
}

/// <summary>A message was deleted for everyone: its text and files are gone. Deleting "for me" tells nobody.</summary>
public sealed record MessageDeleted : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>The message's id, unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The message's number in its chat; it stays as a tombstone.</summary>
    public required long Seq { get; init; }

    /// <summary>Who deleted it: its sender, or an admin of the group.</summary>
    public required Guid UserId { get; init; }
}

/// <summary>A message was pinned to the top of its chat, or is pinned no longer.</summary>
public sealed record MessagePinned : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>The message's id, unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The message's number in its chat.</summary>
    public required long Seq { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>False if it was unpinned.</summary>
    public required bool On { get; init; }
}

/// <summary>
/// What a message shows of the page that it links to is there now, a while after the message itself; or its sender took it away.
/// </summary>
public sealed record MessagePreviewed : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>The message's id, unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The message's number in its chat.</summary>
    public required long Seq { get; init; }

    /// <summary>Who sent the message.</summary>
    public required Guid SenderId { get; init; }

    /// <summary>False if it was taken away.</summary>
    public required bool On { get; init; }
}

/// <summary>The time of a message was over: its text and files are gone, as if it had been deleted for everyone.</summary>
public sealed record MessageExpired : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>The message's id, unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The message's number in its chat; it stays as a tombstone.</summary>
    public required long Seq { get; init; }

    /// <summary>Who had sent it.</summary>
    public required Guid SenderId { get; init; }
}

/// <summary>Somebody set a reaction to a message, or took one back.</summary>
public sealed record ReactionChanged : IChatEvent
{
    /// <inheritdoc />
    public required Guid OrganizationId { get; init; }

    /// <inheritdoc />
    public required Guid ChatId { get; init; }

    /// <summary>The message's id, unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The message's number in its chat.</summary>
    public required long Seq { get; init; }

    /// <summary>Whose reaction it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>One emoji.</summary>
    public required string Emoji { get; init; }

    /// <summary>False if it was taken back.</summary>
    public required bool On { get; init; }
}
