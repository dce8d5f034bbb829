namespace Stogram.Core.Chats;

/// <summary>How much one person may keep for themselves. Whoever meets a limit is told it.</summary>
public sealed record PersonalLimits
{
    public int PinnedChats { get; init; } = 10;

    public int Folders { get; init; } = 20;

    public int ChatsInFolder { get; init; } = 200;
}
