using System.Net.Http.Headers;
using System.Text;
using Stogram.Core.Outside;
using Stogram.Core.Previews;

namespace Stogram.Core.Tests.Previews;

public sealed class ReadPageTests
{
    static ReadPageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void What_a_page_says_for_others_goes_before_what_it_says_for_itself()
    {
        var facts = Read("""
            <title>Own title</title><meta name="description" content="Own words">
            <meta property="og:title" content="The roof"><meta name="twitter:description" content="For cards">
            <meta property="og:site_name" content="Roofs"><meta property="og:image" content="//cdn.example.org/roof.png">
            """);

        Assert.Equal(("Roofs", "The roof", "For cards", "https://cdn.example.org/roof.png"), (facts.Site, facts.Title, facts.Description, facts.Image?.AbsoluteUri));
    }

    [Fact]
    public void A_plain_page_has_its_title_and_description()
    {
        var facts = Read("<!doctype html><title>\n  A  plain\n page </title><meta name=DESCRIPTION content='  Words '><svg><title>Icon</title></svg>");

        Assert.Equal((null, "A plain page", "Words", null), (facts.Site, facts.Title, facts.Description, facts.Image));
    }

    [Theory]
    [InlineData("text/html; charset=windows-1251", "", "windows-1251")]
    [InlineData("text/html", "<meta charset=windows-1251>", "windows-1251")]
    [InlineData("text/html", "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r")]
    [InlineData("text/html; charset=utf-8", "<meta charset=windows-1251>", "utf-8")]
    [InlineData("text/html; charset=\"UTF-8\"", "", "utf-8")]
    [InlineData("text/html; charset=no-such-thing", "", "utf-8")]
    [InlineData("text/html", "", "utf-8")]
    public void A_page_is_read_in_the_letters_it_was_written_in(string type, string head, string encoding)
    {
        var facts = Read(Encoding.GetEncoding(encoding).GetBytes($"<html><head>{head}<title>Крыша в шесть</title></head></html>"), type);

        Assert.Equal("Крыша в шесть", facts.Title);
    }

    [Fact]
    public void What_would_not_read_as_text_is_left_out_and_what_is_long_is_cut()
    {
        var facts = Read($"""
            <title>‮gpj.exe&#8234;​ &lt;script&gt;alert(1)&lt;/script&gt;&#0;</title>
            <meta name=description content="{new string('x', 5_000)}"><meta property=og:site_name content=" ​ ">
            """);

        Assert.Equal("gpj.exe <script>alert(1)</script>�", facts.Title);
        Assert.Equal((300, 'x', '…'), (facts.Description!.Length, facts.Description[0], facts.Description[^1]));
        Assert.Null(facts.Site);
    }

    public static readonly TheoryData<string, string> Hostile = new()
    {
        { "deep", string.Concat(Enumerable.Repeat("<div>", 200_000)) },
        { "formatting", string.Concat(Enumerable.Range(0, 60_000).Select(n => $"<b id=b{n}><p>")) },
        { "closing", $"{string.Concat(Enumerable.Repeat("<i>", 1_900))}{string.Concat(Enumerable.Repeat("</x>", 200_000))}" },
        { "attributes", $"<meta {string.Concat(Enumerable.Range(0, 120_000).Select(n => $"a{n} "))}>" },
        { "entities", string.Concat(Enumerable.Repeat("&amp;&lt;&#x110000;&nosuch;", 40_000)) },
        { "tables", string.Concat(Enumerable.Repeat("<table><tr><td><a>", 50_000)) },
        { "templates", string.Concat(Enumerable.Repeat("<template>", 90_000)) },
        { "svg", string.Concat(Enumerable.Repeat("<svg><foreignObject><math>", 40_000)) },
        { "open", "<title><!-- <![CDATA[ <script>" + new string('<', 500_000) },
        { "nothing", "\0\0\0\uFFFE" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_page_that_is_made_to_be_slow_is_read_to_where_it_becomes_so(string _, string rest)
    {
        var facts = Read($"<meta property=og:title content=Beginning>{rest}");

        Assert.Equal("Beginning", facts.Title);
    }

    private static PageFacts Read(string html) => Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");

    private static PageFacts Read(byte[] bytes, string type) =>
        ReadPage.Run(new(new("https://example.org/roof"), MediaTypeHeaderValue.Parse(type), bytes, IsWhole: true));
}
