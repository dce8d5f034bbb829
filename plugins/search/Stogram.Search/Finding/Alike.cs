using System.Text.RegularExpressions;

namespace Stogram.Search.Finding;

/// <summary>The words of a text that were probably meant by one with a typing error.</summary>
internal static partial class Alike
{
    private const double Enough = 0.35;

    public static IEnumerable<Range> In(string text, string term)
    {
        var asked = Pieces(term);
        return Word().Matches(text)
            .Where(word => Shared(asked, Pieces(word.Value)) >= Enough)
            .Select(word => new Range(word.Index, word.Length));
    }

    private static double Shared(HashSet<string> asked, HashSet<string> said) =>
        (double)asked.Count(said.Contains) / Math.Max(asked.Count, 1);

    // Three letters each, as pg_trgm cuts them.
    private static HashSet<string> Pieces(string word)
    {
        var padded = $"  {word.ToLowerInvariant()} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(at => padded.Substring(at, 3))];
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
