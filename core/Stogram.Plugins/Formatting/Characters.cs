using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stogram.Plugins.Formatting;

internal static class Characters
{
    private static readonly SearchValues<char> Name =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    // Named one by one: .NET and browsers disagree on what "\s" is.
    public static bool IsSpace(string text, int at) => text[at] is <= ' ' or '\u0085' or '\u00a0' or '\u1680'
        or (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000' or '\ufeff';

    /// <summary>Whether the character that ends there belongs to a word.</summary>
    public static bool IsWordBefore(string text, int from, int at) =>
        at > from && Rune.DecodeLastFromUtf16(text.AsSpan(from, at - from), out var rune, out _) == OperationStatus.Done
        && Rune.IsLetterOrDigit(rune);

    public static bool IsWordAt(string text, int at, int to) =>
        at < to && Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune);

    public static bool IsInTag(Rune rune) => rune.Value == '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsInName(char character) => Name.Contains(character);

    public static bool IsEscapable(char character) => char.IsAscii(character) && character > ' ' && character < '\x7f'
        && !char.IsAsciiLetterOrDigit(character);
}
