namespace Stogram.Plugins;

/// <summary>
/// The role of finding messages, behind the search of the app. Plugin <c>search</c> has it by default; another engine that
/// provides it takes its place while it is on.
/// </summary>
public interface ISearchIndex : IProvidedService
{
    /// <summary>
    /// A page of what answers a query, the best first. What a hit names is not shown for that: whoever asks looks up in
    /// <c>reading.readers</c>, <c>reading.messages</c> and <c>reading.hidden</c> whether the person may read it now, and shows
    /// the text that it has by then. So an index may be late, and it does well to answer only what the person may read.
    /// </summary>
    ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellation);
}

/// <summary>What somebody looks for. All of it must hold.</summary>
public sealed record SearchQuery
{
    /// <summary>The organization; nothing of another is an answer.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Who asks.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The words; perhaps none.</summary>
    public required IReadOnlyList<SearchTerm> Terms { get; init; }

    /// <summary>Only in these chats; null is all.</summary>
    public IReadOnlyList<Guid>? Chats { get; init; }

    /// <summary>Only by these people; null is everybody.</summary>
    public IReadOnlyList<Guid>? Senders { get; init; }

    /// <summary>What a message must have and be: <c>file</c>, <c>image</c>, <c>video</c>, <c>voice</c>, <c>link</c>, <c>pinned</c>, or a hashtag in small letters, <c>#launch</c>.</summary>
    public IReadOnlyList<string> Marks { get; init => field = value ?? []; } = [];

    /// <summary>Not said before.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Said before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Not said by the asker, and behind how far they have read.</summary>
    public bool IsUnread { get; init; }

    /// <summary>The newest first, however well it answers.</summary>
    public bool IsNewest { get; init; }

    /// <summary>At most so many hits; more are not looked at.</summary>
    public required int Limit { get; init; }

    /// <summary>Where the last page ended, as it said; null for the first.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A word, or several that were written between quotation marks.</summary>
public sealed record SearchTerm
{
    /// <summary>As it was written.</summary>
    public required string Text { get; init; }

    /// <summary>These words in this order; other forms of them do not count.</summary>
    public bool IsExact { get; init; }

    /// <summary>A message that says it is no answer.</summary>
    public bool IsNot { get; init; }

    /// <summary>It may go on: somebody is still writing.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>Some hits, or why there are none.</summary>
public sealed record SearchPage
{
    /// <summary>The best first. There may be fewer than were asked for, even none, and still a next page.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init => field = value ?? []; } = [];

    /// <summary>For the next page; null at the end.</summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// <see cref="RefusalCode.ValidationFailed"/> where the cursor is none of this index: another one had the role before.
    /// <see cref="RefusalCode.Unavailable"/> where it would take too long: less should be asked for. What is broken throws
    /// instead, and the next index is asked.
    /// </summary>
    public RefusalCode? Refused { get; init; }
}

/// <summary>A message that answers.</summary>
public sealed record SearchHit
{
    /// <summary>Its chat.</summary>
    public required Guid ChatId { get; init; }

    /// <summary>Its number in the chat.</summary>
    public required long Seq { get; init; }

    /// <summary>
    /// Words as they stand in the message, to be marked beside those that were asked for and their other forms, which are
    /// marked anyway.
    /// </summary>
    public IReadOnlyList<string> Words { get; init => field = value ?? []; } = [];
}
