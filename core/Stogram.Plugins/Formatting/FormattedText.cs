namespace Stogram.Plugins;

/// <summary>
/// A message's text as it is shown. Messages are stored as typed, in a safe subset of Markdown; clients and this class
/// read it alike. Parsing takes time in proportion to the length, whatever the text.
/// </summary>
public sealed record FormattedText
{
    /// <summary>Without the marks.</summary>
    public required string Text { get; init; }

    /// <summary>By <see cref="TextEntity.Offset"/>, the outer before the inner. They nest and never cross.</summary>
    public required IReadOnlyList<TextEntity> Entities { get; init; }

    /// <summary>Never fails: what is not markup is text.</summary>
    public static FormattedText Parse(string typed)
    {
        var markup = new Formatting.Markup();
        Formatting.Blocks.Mark(typed, markup);
        return markup.ApplyTo(typed);
    }
}

/// <summary>A part of <see cref="FormattedText.Text"/>.</summary>
public sealed record TextEntity
{
    /// <summary>What it is.</summary>
    public required TextEntityKind Kind { get; init; }

    /// <summary>Where it begins, in UTF-16 units.</summary>
    public required int Offset { get; init; }

    /// <summary>How long it is, in UTF-16 units; at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>Where a <see cref="TextEntityKind.TextLink"/> leads: http or https.</summary>
    public string? Url { get; init; }

    /// <summary>The language of <see cref="TextEntityKind.Pre"/>, if it was named.</summary>
    public string? Language { get; init; }
}

/// <summary>In the order in which they open where several begin and end at the same place.</summary>
public enum TextEntityKind
{
    /// <summary>Lines that begin with <c>&gt;</c>.</summary>
    Blockquote,

    /// <summary>Lines between <c>```</c>.</summary>
    Pre,

    /// <summary><c>||text||</c></summary>
    Spoiler,

    /// <summary><c>**text**</c> or <c>__text__</c></summary>
    Bold,

    /// <summary><c>*text*</c> or <c>_text_</c></summary>
    Italic,

    /// <summary><c>~~text~~</c></summary>
    Strikethrough,

    /// <summary><c>`text`</c></summary>
    Code,

    /// <summary><c>[text](https://…)</c></summary>
    TextLink,

    /// <summary>An address as it is.</summary>
    Url,

    /// <summary><c>@username</c>, whether there is such a person or not; <c>@all</c> is everybody in the chat.</summary>
    Mention,

    /// <summary><c>#word</c></summary>
    Hashtag,
}
