namespace Stogram.Search.Tests;

/// <summary>What a message shows of the page that it links to is found with it.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private TestSite site = null!;

    private SearchServer search = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Start();
        search = new() { Outside = new(site.Place) };
        await search.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await search.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_title_and_the_site_of_a_link_are_found_until_they_are_hidden_or_replaced()
    {
        var atrium = await search.Ada.Group("Atrium");
        var roof = (Guid)(await search.Ada.Send(atrium, $"See {site.Roof()}")).Data["id"]!;
        var other = (Guid)(await search.Ada.Send(atrium, $"And {site.Roof("/again")}")).Data["id"]!;
        site.Html("/cellar", "<title>The cellar at nine</title>");

        await search.Until(async () => (await search.Find(search.Ada, "six")).Length == 2);
        Assert.Equal(2, (await search.Find(search.Ada, "roofs")).Length);
        Assert.Equal(2L, await Told("true"));
        var hit = (await search.Ada.Search("\"roof at six\"")).Data["messages"]![0]!;
        Assert.EndsWith(" · The roof at six", (string)hit["text"]!);
        Assert.Equal("roof at six", string.Join(' ', hit["ranges"]!.AsArray().Select(range => ((string)hit["text"]!).Substring((int)range!["start"]!, (int)range["length"]!))));

        await search.Ada.Delete($"/api/messages/{roof}/preview");
        await search.Ada.Patch($"/api/messages/{other}", new { content = $"And {site.At("/cellar")}" });
        await search.Until(async () => (await search.Find(search.Ada, "cellar nine")).Length == 1);
        Assert.Empty(await search.Find(search.Ada, "\"six\""));
        Assert.Equal(1L, await Told("false"));
    }

    [Fact]
    public async Task A_title_that_is_gone_with_its_message_is_not_found()
    {
        var atrium = await search.Ada.Group("Atrium");
        var roof = (Guid)(await search.Ada.Send(atrium, $"See {site.Roof()}")).Data["id"]!;
        await search.Until(async () => (await search.Find(search.Ada, "six")).Length == 1);

        await search.Ada.Delete($"/api/messages/{roof}?for=everyone");

        Assert.Empty((await search.Ada.Search("six")).Data["messages"]!.AsArray());
    }

    // Without an event it would be found as well, once the feed looks anyway.
    private Task<object?> Told(string on) => search.Sql(
        $"select count(*) from core.outbox o, json_array_elements(o.events) e where e ->> 'kind' = 'MessagePreviewed' and e ->> 'on' = '{on}'");
}
