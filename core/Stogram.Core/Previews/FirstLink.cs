using Stogram.Plugins;

namespace Stogram.Core.Previews;

/// <summary>The link that a text's preview is of: the first, unless it is hidden as a spoiler.</summary>
internal static class FirstLink
{
    public const int Longest = 2048;

    /// <summary>Cheap, and never wrong where it says no.</summary>
    public static bool MayBeIn(string? text) => text?.Contains("://", StringComparison.Ordinal) == true;

    public static Uri? In(string? text)
    {
        if (!MayBeIn(text))
        {
            return null;
        }

        var read = FormattedText.Parse(text!);
        var hidden = read.Entities.Where(entity => entity.Kind == TextEntityKind.Spoiler).ToArray();
        return read.Entities
            .Where(entity => entity.Kind is TextEntityKind.Url or TextEntityKind.TextLink && !Array.Exists(hidden, spoiler => IsIn(entity, spoiler)))
            .Select(entity => Address(entity.Url ?? read.Text.Substring(entity.Offset, entity.Length)))
            .FirstOrDefault(address => address is not null);
    }

    public static Uri? Address(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", AbsoluteUri.Length: <= Longest }
            ? address
            : null;

    private static bool IsIn(TextEntity inner, TextEntity outer) =>
        inner.Offset >= outer.Offset && inner.Offset + inner.Length <= outer.Offset + outer.Length;
}
