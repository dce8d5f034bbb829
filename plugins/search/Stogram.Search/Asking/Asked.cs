using Stogram.Plugins;

namespace Stogram.Search.Asking;

/// <summary>What somebody asks for, as they wrote it: names are not yet looked up.</summary>
internal sealed record Asked
{
    public const int MostTerms = 16;

    public List<SearchTerm> Terms { get; init; } = [];

    public List<string> From { get; init; } = [];

    public List<string> In { get; init; } = [];

    /// <summary>What a message must have and be, hashtags among them; each a mark of the index.</summary>
    public List<string> Marks { get; init; } = [];

    public DateTimeOffset? Since { get; set; }

    public DateTimeOffset? Until { get; set; }

    public bool IsMine { get; set; }

    public bool IsUnread { get; set; }

    public IEnumerable<SearchTerm> Wanted => Terms.Where(term => !term.IsNot);

    /// <summary>Nothing but words: names of people and chats may be meant as well.</summary>
    public bool IsWords => Wanted.Any() && Wanted.Count() == Terms.Count && !HasFilter;

    public bool IsEmpty => Terms.Count == 0 && !HasFilter;

    private bool HasFilter =>
        From.Count + In.Count + Marks.Count > 0 || Since is not null || Until is not null || IsMine || IsUnread;

    /// <summary>At whatever comes after <paramref name="from"/> and before <paramref name="to"/>, within what was said before.</summary>
    public void Within(DateTimeOffset? from, DateTimeOffset? to)
    {
        Since = from is { } since && !(Since > since) ? since : Since;
        Until = to is { } until && !(Until < until) ? until : Until;
    }
}
