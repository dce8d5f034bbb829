using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stogram.Core.Shared;

/// <summary>Text of strangers that must read as what it is: nothing invisible, and nothing that turns its direction.</summary>
internal static class ShownText
{
    // Emoji and some scripts are put together with these.
    private static readonly Rune[] Joiners = [new(0x200C), new(0x200D)];

    public static string Of(string text) => string.Concat(Runes(text).Where(IsShown));

    /// <summary>In one line, and no longer than that many characters.</summary>
    public static string Line(string text, int longest)
    {
        var line = Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Trim();
        if (line.Length <= longest)
        {
            return line;
        }

        var left = longest - 1;
        return string.Concat(Runes(line).TakeWhile(rune => (left -= rune.Utf16SequenceLength) >= 0)).TrimEnd() + "…";
    }

    public static IEnumerable<Rune> Runes(string text)
    {
        for (var rest = text.AsMemory(); !rest.IsEmpty;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest.Span, out var rune, out var read) == OperationStatus.Done;
            rest = rest[read..];
            if (isWhole)
            {
                yield return rune;
            }
        }
    }

    private static bool IsShown(Rune rune) =>
        Joiners.Contains(rune) || Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
