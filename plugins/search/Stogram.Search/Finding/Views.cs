namespace Stogram.Search.Finding;

/// <param name="Cursor">For the next page; null at the end. A page may hold fewer than were asked for, even none, and go on.</param>
internal sealed record SearchView(IReadOnlyList<HitView> Messages, IReadOnlyList<ChatHit> Chats, IReadOnlyList<PersonHit> People, string? Cursor);

/// <param name="ChatName">Of a group or channel, or of who is on the other side; null of the chat with oneself.</param>
/// <param name="SenderName">Null of somebody who is no longer there.</param>
/// <param name="Text">The part that shows why it was found; of what has no words, the names of its files.</param>
/// <param name="Files">The names of the files that come with words.</param>
internal sealed record HitView(
    Guid ChatId,
    string ChatKind,
    string? ChatName,
    Guid MessageId,
    long Seq,
    Guid SenderId,
    string? SenderName,
    string Kind,
    string Text,
    IReadOnlyList<Range> Ranges,
    Marked? Files,
    DateTimeOffset SentAt,
    bool IsPinned);

internal sealed record ChatHit(Guid Id, string Kind, string Name);

internal sealed record PersonHit(Guid Id, string Username, string DisplayName);

/// <param name="Seq">Of the first message from that day on; null if there is none.</param>
internal sealed record DayView(long? Seq);
