using System.Globalization;

namespace Stogram.Search.Finding;

/// <param name="Start">In UTF-16 code units.</param>
internal sealed record Range(int Start, int Length);

/// <summary>The part of a text that shows why it was found.</summary>
internal sealed record Marked(string Text, IReadOnlyList<Range> Ranges)
{
    /// <summary>PostgreSQL puts one before and one behind each word it has found.</summary>
    public const string Marks = "\u0002\u0003";

    public const string Options = "HighlightAll=true, StartSel=\u0002, StopSel=\u0003";

    private const int Longest = 240;

    private const int Before = 60;

    public static Marked Of(string text, IReadOnlyList<string> words)
    {
        var (plain, found) = Unmark(text);
        foreach (var word in words)
        {
            found.AddRange(Containing(plain, word));
        }

        if (found.Count == 0)
        {
            found.AddRange(words.SelectMany(word => Alike.In(plain, word)));
        }

        return Cut(plain, Merge(found));
    }

    private static (string Text, List<Range> Ranges) Unmark(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        var ranges = new List<Range>();
        var start = 0;
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '\u0002':
                    start = plain.Length;
                    break;
                case '\u0003':
                    ranges.Add(new(start, plain.Length - start));
                    break;
                default:
                    plain.Append(letter);
                    break;
            }
        }

        return (plain.ToString(), ranges);
    }

    /// <summary>In small letters or capitals, with accents or without, as the index sees it.</summary>
    private static IEnumerable<Range> Containing(string text, string term)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        const CompareOptions options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        for (var at = 0; at < text.Length;)
        {
            var found = compare.IndexOf(text.AsSpan(at), term, options, out var length);
            if (found < 0 || length == 0)
            {
                yield break;
            }

            yield return new(at + found, length);
            at += found + length;
        }
    }

    private static List<Range> Merge(List<Range> ranges)
    {
        var merged = new List<Range>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (merged is [.., var last] && range.Start <= last.Start + last.Length)
            {
                merged[^1] = last with { Length = Math.Max(last.Length, range.Start + range.Length - last.Start) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }

    private static Marked Cut(string text, List<Range> ranges)
    {
        var first = ranges is [var range, ..] ? range.Start : 0;
        var from = text.Length <= Longest || first <= Before ? 0 : Whole(text, Math.Min(first - Before, text.Length - Longest));
        var to = Math.Min(text.Length, from + Longest);
        to = to < text.Length ? Whole(text, to) : to;
        var lead = from > 0 ? "…" : "";
        var shown = ranges
            .Where(one => one.Start >= from && one.Start < to)
            .Select(one => new Range(one.Start - from + lead.Length, Math.Min(one.Length, to - one.Start)));
        return new($"{lead}{text[from..to]}{(to < text.Length ? "…" : "")}", [.. shown]);
    }

    /// <summary>Where a letter begins: no emoji is cut in two.</summary>
    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
