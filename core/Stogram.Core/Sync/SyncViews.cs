using System.ComponentModel.DataAnnotations;
using Stogram.Core.Chats;
using Stogram.Core.Drafts;
using Stogram.Core.Folders;
using Stogram.Core.Messages;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Threads;
using Stogram.Core.Topics;

namespace Stogram.Core.Sync;

/// <param name="Chats">What the client has: chat id to the cursor of the last answer. Chats not named are new to it.</param>
/// <param name="Me">The cursor of the personal state.</param>
/// <param name="Since">The <c>now</c> of the last answer.</param>
/// <param name="Limit">At most this many chats in the answer.</param>
public sealed record SyncRequest(
    [property: Required, MaxLength(20_000)] Dictionary<Guid, string>? Chats,
    [property: StringLength(200)] string? Me,
    DateTimeOffset? Since,
    [property: Range(1, 100)] int? Limit) : IRequest;

/// <param name="Removed">Chats the client named that are not the caller's, or not any more.</param>
/// <param name="More">Ask again at once, with the new cursors.</param>
public sealed record SyncView(ChatSync[] Chats, Guid[] Removed, MeSync Me, DateTimeOffset Now, bool More);

/// <param name="Members">Those who changed; after a reset those who matter for what is shown.</param>
/// <param name="Messages">Those that changed, newest first; after a reset the newest 50.</param>
/// <param name="Topics">Those that changed; after a reset all.</param>
/// <param name="More">There are older messages than these: page by <c>seq</c>.</param>
/// <param name="Reset">Forget the cached ranges of this chat first.</param>
public sealed record ChatSync(
    ChatView Chat,
    MineView Member,
    MemberView[] Members,
    ReadSync[] Reads,
    MessageView[] Messages,
    TopicView[] Topics,
    string Cursor,
    bool More,
    bool Reset);

/// <param name="Seq">How far they have read.</param>
/// <param name="DeliveredSeq">How much has reached a device of theirs.</param>
public sealed record ReadSync(Guid UserId, long Seq, long DeliveredSeq);

/// <summary>What only concerns the caller, on every device of theirs.</summary>
/// <param name="Hidden">Messages deleted for me.</param>
/// <param name="Drafts">Those that changed, empty ones too.</param>
/// <param name="Folders">All of them, if any changed; else null.</param>
/// <param name="Privacy">All of it if any of it changed.</param>
/// <param name="Threads">How far I have read in threads, where that moved.</param>
public sealed record MeSync(
    MyChatState[] Chats,
    HiddenMessage[] Hidden,
    DraftView[] Drafts,
    FoldersView? Folders,
    PrivacySync? Privacy,
    ThreadMark[] Threads,
    string Cursor);

/// <param name="Blocked">The ids of those whom I have blocked.</param>
public sealed record PrivacySync(PrivacyView Settings, Guid[] Blocked);

public sealed record MyChatState(Guid ChatId, long LastReadSeq, long LastDeliveredSeq, int Unread, ChoicesView Choices)
{
    public static MyChatState Of(Guid chatId, MineView mine) =>
        new(chatId, mine.LastReadSeq, mine.LastDeliveredSeq, mine.Unread, mine.Choices);
}
