using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stogram.Core.Files;

/// <summary>
/// A name that can be shown and saved anywhere: no path, nothing invisible (a right-to-left override makes
/// <c>gpj.exe</c> read <c>exe.jpg</c>), no more bytes than file systems take.
/// </summary>
internal static class FileNames
{
    private const int MostBytes = 255;

    private const int LongestExtension = 32;

    private const string Nameless = "file";

    // Emoji and some scripts are put together with these.
    private static readonly Rune[] Joiners = [new(0x200C), new(0x200D)];

    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Concat(Runes(last).Where(IsShown)).Trim().TrimEnd('.', ' ');
        return shown.Length == 0 ? Nameless : Shorten(shown);
    }

    private static IEnumerable<Rune> Runes(string text)
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

    /// <summary>Keeps the extension: it says with what to open the file.</summary>
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        var kept = Encoding.UTF8.GetByteCount(extension) <= LongestExtension ? extension : "";
        var left = MostBytes - Encoding.UTF8.GetByteCount(kept);
        return string.Concat(Runes(name).TakeWhile(rune => (left -= rune.Utf8SequenceLength) >= 0)) + kept;
    }
}
