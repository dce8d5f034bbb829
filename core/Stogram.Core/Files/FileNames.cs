using System.Text;
using Stogram.Core.Shared;

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

    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = ShownText.Of(last).Trim().TrimEnd('.', ' ');
        return shown.Length == 0 ? Nameless : Shorten(shown);
    }

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
        return string.Concat(ShownText.Runes(name).TakeWhile(rune => (left -= rune.Utf8SequenceLength) >= 0)) + kept;
    }
}
