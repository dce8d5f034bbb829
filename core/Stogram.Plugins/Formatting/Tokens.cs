using System.Buffers;
using System.Text;

namespace Stogram.Plugins.Formatting;

internal static class Tokens
{
    private const int LongestName = 32;

    private const int LongestTag = 64;

    private const int LongestLabel = 256;

    private const int LongestAddress = 2048;

    private const string Ends = ".,:;!?…»”’)]}*_~|";

    private static readonly SearchValues<char> NotInAddress = SearchValues.Create("<>\"'`");

    /// <summary><c>[words](https://…)</c>: the words are shown as they are.</summary>
    public static (int LabelEnd, string Url, int End)? Link(string typed, int at, int to)
    {
        var most = Math.Min(to, at + 2 + LongestLabel);
        var labelEnd = at + 1;
        var isBlank = true;
        for (; labelEnd < most && typed[labelEnd] != ']'; labelEnd++)
        {
            if (typed[labelEnd] is '[' or '\n')
            {
                return null;
            }

            isBlank = isBlank && Characters.IsSpace(typed, labelEnd);
        }

        if (isBlank || labelEnd >= most || labelEnd + 1 >= to || typed[labelEnd + 1] != '(')
        {
            return null;
        }

        var from = labelEnd + 2;
        return AddressEnd(typed, from, to, ')') is { } end && end < to && typed[end] == ')'
            ? (labelEnd, typed[from..end], end + 1)
            : null;
    }

    /// <summary>An address of the web, without the full stop that ends the sentence.</summary>
    public static int? Address(string typed, int at, int to)
    {
        if (AddressEnd(typed, at, to, '\0') is not { } end)
        {
            return null;
        }

        var bare = at + typed.AsSpan(at, end - at).TrimEnd(Ends).Length;
        // A bracket belongs to the address if it was opened in it.
        if (bare < end && typed[bare] == ')' && typed.AsSpan(at, bare - at) is var kept && kept.Count('(') > kept.Count(')'))
        {
            bare++;
        }

        return bare > Host(typed, at)!.Value ? bare : null;
    }

    public static int? Mention(string typed, int at, int to)
    {
        var end = at + 1;
        while (end < to && end - at <= LongestName + 1 && Characters.IsInName(typed[end]))
        {
            end++;
        }

        if (end - at - 1 > LongestName)
        {
            return null;
        }

        end = at + typed.AsSpan(at, end - at).TrimEnd('.').Length;
        return end - at - 1 >= 2 ? end : null;
    }

    public static int? Tag(string typed, int at, int to)
    {
        var end = at + 1;
        var hasLetter = false;
        for (var length = 0; end < to; length++)
        {
            if (!Rune.TryGetRuneAt(typed, end, out var rune) || !Characters.IsInTag(rune))
            {
                break;
            }

            if (length == LongestTag)
            {
                return null;
            }

            hasLetter = hasLetter || Rune.IsLetter(rune);
            end += rune.Utf16SequenceLength;
        }

        return hasLetter ? end : null;
    }

    /// <summary>Where an address that begins here ends, if one does: http or https, and a host.</summary>
    private static int? AddressEnd(string typed, int at, int to, char stop)
    {
        if (Host(typed, at) is not { } host || !Characters.IsWordAt(typed, host, to))
        {
            return null;
        }

        var end = host;
        while (end < to && end - at <= LongestAddress && !Characters.IsSpace(typed, end)
            && !NotInAddress.Contains(typed[end]) && typed[end] != stop)
        {
            end++;
        }

        return end - at > LongestAddress ? null : end;
    }

    private static int? Host(string typed, int at) =>
        Begins(typed, at, "https://") ? at + 8 : Begins(typed, at, "http://") ? at + 7 : null;

    private static bool Begins(string typed, int at, string scheme) =>
        at + scheme.Length <= typed.Length && Ascii.EqualsIgnoreCase(typed.AsSpan(at, scheme.Length), scheme);
}
