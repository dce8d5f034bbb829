namespace Stogram.Core.Messages;

/// <summary>How much of it there may be. Whoever meets a limit is told it.</summary>
public sealed record MessageLimits
{
    /// <summary>Pinned messages in a chat.</summary>
    public int Pins { get; init; } = 100;

    /// <summary>Messages that one person has waiting in a chat.</summary>
    public int Scheduled { get; init; } = 100;

    /// <summary>Messages times chats of one forward.</summary>
    public int Forwards { get; init; } = 200;

    /// <summary>How long a message can be said differently; admins have for ever in their own channel.</summary>
    public TimeSpan EditWindow { get; init; } = TimeSpan.FromHours(48);
}
