using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Stogram.Core.Outside;
using Stogram.Core.Shared;

namespace Stogram.Core.Previews;

/// <summary>What a page says of itself, cleaned of what would not read as text.</summary>
internal sealed record PageFacts(string? Site, string? Title, string? Description, Uri? Image);

/// <summary>
/// Reads a stranger's page: OpenGraph first, then Twitter's cards, then what HTML has. Nothing in it is run or fetched,
/// and of a page of millions of elements, made to be slow, only the beginning is read.
/// </summary>
internal static class ReadPage
{
    private const int MostElements = 2_000;

    private const int LongestSite = 60;

    private const int LongestTitle = 200;

    private const int LongestDescription = 300;

    static ReadPage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static PageFacts Run(OutsideBody page)
    {
        var seen = Elements(page);
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in seen.Where(element => element.LocalName == "meta"))
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name")) is { } name && meta.GetAttribute("content") is { } content)
            {
                said.TryAdd(name.Trim(), content);
            }
        }

        return new(
            First(LongestSite, "og:site_name", "application-name"),
            First(LongestTitle, "og:title", "twitter:title")
                ?? Line(seen.FirstOrDefault(element => element is { LocalName: "title", ParentElement.LocalName: "head" })?.TextContent, LongestTitle),
            First(LongestDescription, "og:description", "twitter:description", "description"),
            Image("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"));

        string? First(int longest, params string[] names) =>
            names.Select(name => Line(said.GetValueOrDefault(name), longest)).FirstOrDefault(line => line is not null);

        Uri? Image(params string[] names) =>
            names.Select(name => said.GetValueOrDefault(name)).FirstOrDefault(address => !string.IsNullOrWhiteSpace(address)) is { } typed
                && Uri.TryCreate(page.Address, typed.Trim(), out var address) ? address : null;
    }

    private static List<IElement> Elements(OutsideBody page)
    {
        var seen = new List<IElement>();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (element, _) =>
            {
                seen.Add(element);
                if (seen.Count >= MostElements)
                {
                    throw new EnoughException();
                }
            },
        });
        try
        {
            // What was sent with it wins over what stands in it; without a word of either it is UTF-8.
            _ = Named(page.Type.CharSet) is { } encoding
                ? parser.ParseDocument(new StreamReader(new MemoryStream(page.Bytes), encoding, detectEncodingFromByteOrderMarks: true).ReadToEnd())
                : parser.ParseDocument(new MemoryStream(page.Bytes));
        }
        catch (EnoughException)
        {
            // What a page says of itself comes first.
        }

        return seen;
    }

    private static Encoding? Named(string? charset)
    {
        try
        {
            return charset is null ? null : Encoding.GetEncoding(charset.Trim('"', '\''));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Line(string? text, int longest) =>
        text is not null && ShownText.Line(text, longest) is { Length: > 0 } line ? line : null;

    private sealed class EnoughException : Exception;
}
