using Stogram.Core.Files;
using Stogram.Core.Outside;
using Stogram.Core.Shared;

namespace Stogram.Core.Previews;

/// <summary>Looks at an address, and at the picture that its page names.</summary>
internal sealed class FetchPreview(OutsideHttp outside, KeepPicture keep) : IVerb
{
    private const int LargestPage = 1 << 20;

    private const int LargestPicture = 5 << 20;

    private const int LongestName = 100;

    /// <summary>Null where there is nothing to show.</summary>
    /// <param name="owner">To whom the picture is counted.</param>
    public async Task<PreviewRow?> Run(Caller owner, Uri link, CancellationToken cancellation)
    {
        var found = await outside.Get(link, type => type is "text/html" or "application/xhtml+xml" ? LargestPage : OfPicture(type), cancellation);
        if (found is null)
        {
            return null;
        }

        var isPicture = OfPicture(found.Type.MediaType!) > 0;
        var facts = isPicture ? new(null, Name(found.Address), null, null) : ReadPage.Run(found);
        var picture = isPicture ? found : facts.Image is { } image ? await outside.Get(image, OfPicture, cancellation) : null;
        var fileId = picture is { IsWhole: true } ? await keep.Run(owner, picture, cancellation) : null;
        return facts is { Title: null, Description: null } && fileId is null
            ? null
            : new(link.AbsoluteUri, facts.Site ?? Host(link), facts.Title, facts.Description, fileId);
    }

    private static int OfPicture(string type) => type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? LargestPicture : 0;

    public static string Name(Uri address) =>
        ShownText.Line(Uri.UnescapeDataString(address.Segments[^1].Trim('/')), LongestName) is { Length: > 0 } name ? name : Host(address);

    private static string Host(Uri address) => address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost;
}
