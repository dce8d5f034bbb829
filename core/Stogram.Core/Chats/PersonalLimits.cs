using System.ComponentModel.DataAnnotations;

namespace Stogram.Core.Chats;

/// <summary>How much one person may keep for themselves. Whoever meets a limit is told it.</summary>
public sealed record PersonalLimits
{
    [Range(1, 100)]
    public int PinnedChats { get; init; } = 10;

    [Range(1, 100)]
    public int Folders { get; init; } = 20;

    [Range(1, 1000)]
    public int ChatsInFolder { get; init; } = 200;
}
