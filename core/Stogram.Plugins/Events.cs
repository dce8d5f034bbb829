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
}
