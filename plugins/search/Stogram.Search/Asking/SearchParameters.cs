namespace Stogram.Search.Asking;

/// <summary>The parameters of a search. Those that are operators in <c>q</c> as well take several values with commas.</summary>
// Properties, and not a constructor: the compiler's request delegates cannot name its nullable parameters.
internal sealed record SearchParameters
{
    /// <summary>Words, "exact words", -without, and operators.</summary>
    public string? Q { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }

    /// <summary><c>best</c> or <c>newest</c>.</summary>
    public string? Order { get; init; }

    /// <summary>Where the asker's days begin, such as Europe/Berlin; UTC where nothing is said.</summary>
    public string? Zone { get; init; }

    public string? From { get; init; }

    public string? In { get; init; }

    public string? Has { get; init; }

    public string? Is { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? On { get; init; }
}
