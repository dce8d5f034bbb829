namespace Stogram.Search.Asking;

/// <param name="Key">Before a colon, in small letters; null of a plain word.</param>
internal sealed record Word(string? Key, string Text, bool IsQuoted, bool IsNot, bool IsLast);

/// <summary>Cuts what somebody wrote into words, quoted parts and operators. Whatever it is, it means something.</summary>
internal static class Words
{
    // Whatever a keyboard makes of them.
    private const string Opening = "\"“„«”";

    private const string Closing = "\"”“»";

    private static readonly string[] Operators = ["from", "in", "has", "is", "before", "after", "on"];

    public static IEnumerable<Word> Of(string text)
    {
        for (var at = Skip(text, 0); at < text.Length; at = Skip(text, at))
        {
            var isNot = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            at += isNot ? 1 : 0;
            var key = Key(text, at);
            at += key is null ? 0 : key.Length + 1;
            var (part, isQuoted, end) = Part(text, at);
            at = end;
            if (part.Length > 0)
            {
                yield return new(key, part, isQuoted, isNot, at == text.Length);
            }
        }
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static string? Key(string text, int at) => Array.Find(
        Operators, name => string.Compare(text, at, name + ':', 0, name.Length + 1, StringComparison.OrdinalIgnoreCase) == 0);

    private static (string Part, bool IsQuoted, int End) Part(string text, int at)
    {
        if (at < text.Length && Opening.Contains(text[at]))
        {
            var end = text.IndexOfAny([.. Closing], at + 1);
            return end < 0 ? (text[(at + 1)..].Trim(), true, text.Length) : (text[(at + 1)..end].Trim(), true, end + 1);
        }

        var stop = at;
        while (stop < text.Length && !char.IsWhiteSpace(text[stop]))
        {
            stop++;
        }

        return (text[at..stop], false, stop);
    }
}
