using System.ComponentModel.DataAnnotations;

namespace Stogram.Core.Messages;

/// <summary>How much of it there may be. Whoever meets a limit is told it.</summary>
public sealed record MessageLimits
{
    /// <summary>Characters of a message.</summary>
    [Range(1, SendMessage.MaxLength)]
    public int MessageLength { get; init; } = SendMessage.MaxLength;

    [Range(1, SendMessage.MaxFiles)]
    public int FilesPerMessage { get; init; } = SendMessage.MaxFiles;

    /// <summary>Different ones.</summary>
    [Range(1, 100)]
    public int ReactionsPerMessage { get; init; } = 20;

    [Range(1, 100)]
    public int ReactionsPerPerson { get; init; } = 3;

    /// <summary>Pinned messages in a chat.</summary>
    [Range(1, 1000)]
    public int Pins { get; init; } = 100;

    /// <summary>Messages that one person has waiting in a chat.</summary>
    [Range(1, 1000)]
    public int Scheduled { get; init; } = 100;

    /// <summary>Messages times chats of one forward.</summary>
    [Range(1, 2000)]
    public int Forwards { get; init; } = 200;

    /// <summary>How long a message can be said differently; admins have for ever in their own channel.</summary>
    [Range(1, 24 * 366)]
    public int EditHours { get; init; } = 48;
}
