using System.Net.Http.Headers;
using Stogram.Testing;

namespace Stogram.Search.Tests;

/// <summary>Another plugin has the role of the index: one that names whatever anybody has said, whoever asks.</summary>
public sealed class OtherIndexTests : IAsyncLifetime
{
    private readonly SearchServer search = new();

    public async Task InitializeAsync()
    {
        await search.InitializeAsync();
        using var zip = new ByteArrayContent(await File.ReadAllBytesAsync(Repository.Path("artifacts", "test-plugins", "probe", "probe-1.0.0.zip")));
        zip.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var response = await search.Ada.Http.PostAsync("/api/operator/plugins", zip);
        var uploaded = (await response.ToAnswer()).Data["packages"]![0]!;
        var permissions = uploaded["missing"]!.AsArray().Select(permission => (string)permission!).ToArray();
        var installed = await search.Ada.Put("/api/operator/plugins/probe", new { version = "1.0.0", permissions, password = TestPerson.Password });
        Assert.True(installed.IsSuccess, installed.Envelope.ToJsonString());
    }

    public Task DisposeAsync() => search.DisposeAsync();

    [Fact]
    public async Task Whatever_it_names_people_see_only_what_they_may_read()
    {
        using var bo = await search.Somebody();
        await search.Ada.Post("/api/operator/organizations", new { slug = "harbour", name = "Harbour" });
        using var eve = await search.Somebody("eve", "harbour");
        var secret = await search.Ada.Group("Secret");
        var shared = await search.Ada.Group("Shared", bo);
        await search.Ada.Send(secret, "a cat in secret");
        await eve.Send(await eve.Group("Foreign"), "a cat abroad");
        await search.Ada.Send(shared, "a cat for all");
        var deleted = (Guid)(await search.Ada.Send(shared, "a cat that is gone")).Data["id"]!;
        var hidden = (Guid)(await search.Ada.Send(shared, "a cat hidden")).Data["id"]!;
        await search.Ada.Patch($"/api/chats/{shared}", new { historyVisible = false });
        using var cy = await search.Somebody("cy");
        await search.Ada.Post($"/api/chats/{shared}/members", new { userIds = new[] { cy.Id } });
        await search.Ada.Send(shared, "a late cat");
        await search.Ada.Delete($"/api/messages/{deleted}?for=everyone");
        await bo.Delete($"/api/messages/{hidden}?for=me");
        await Engine(true);

        Assert.Equal(["a late cat", "a cat hidden", "a cat for all", "a cat in secret"], await Texts(search.Ada, "cat"));
        Assert.Equal(["a late cat", "a cat for all"], await Texts(bo, "cat"));
        Assert.Equal(["a late cat"], await Texts(cy, "cat"));
        await search.Ada.Delete($"/api/chats/{shared}/members/{bo.Id}");
        Assert.Empty(await Texts(bo, "cat"));
        Assert.Equal("probe", (string?)(await bo.Search("cat")).Data["cursor"]);
    }

    [Fact]
    public async Task It_is_asked_while_it_is_on_and_marks_what_it_knows()
    {
        var atrium = await search.Ada.Group("Atrium");
        await search.Ada.Send(atrium, "The cat sleeps");
        await search.Indexed();
        Assert.Empty(await Texts(search.Ada, "kitten"));

        await Engine(true);
        var hit = Assert.Single((await search.Ada.Search("kitten")).Data["messages"]!.AsArray())!;
        Assert.Equal(("The cat sleeps", 4, 3), ((string)hit["text"]!, (int)hit["ranges"]![0]!["start"]!, (int)hit["ranges"]![0]!["length"]!));

        await Engine(false);
        Assert.Empty(await Texts(search.Ada, "kitten"));
        var late = await search.Ada.Search("cat", "&cursor=probe");
        Assert.Equal("VALIDATION_FAILED", late.Code);
        Assert.NotNull(late.Details!["cursor"]);
    }

    [Fact]
    public async Task Where_it_fails_the_own_index_answers()
    {
        var atrium = await search.Ada.Group("Atrium");
        await search.Ada.Send(atrium, "It will break the cat");
        await search.Indexed();
        await Engine(true);

        Assert.Equal(["It will break the cat"], await Texts(search.Ada, "break"));
        Assert.Equal("UNAVAILABLE", (await search.Ada.Search("much")).Code);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(["It will break the cat"], await Texts(search.Ada, "break"));
        }

        await search.Until(async () => await State("probe") == "QUARANTINED");
        Assert.Equal(["It will break the cat"], await Texts(search.Ada, "cat"));
        Assert.Equal("RUNNING", await State("search"));
    }

    [Fact]
    public async Task Both_leave_memory_after_one_has_asked_the_other()
    {
        await search.Ada.Send(await search.Ada.Group("Atrium"), "a cat");
        await Engine(true);
        await Texts(search.Ada, "cat");
        await Texts(search.Ada, "break");

        await Engine(false);
        await search.Until(async () => await State("probe") == "UNLOADED");
        await Engine(true);
        await Texts(search.Ada, "cat");
        await search.Switch(false);
        await search.Until(async () => await State("search") == "UNLOADED");
    }

    private async Task Engine(bool enabled) =>
        Assert.True((await search.Ada.Put("/api/admin/plugins/probe", new { enabled })).IsSuccess);

    private async Task<string?> State(string plugin) => (await search.Ada.Get("/api/admin/plugins")).Data.AsArray()
        .Where(one => (string?)one!["id"] == plugin).Select(one => (string?)one!["state"]).Single();

    private static async Task<string[]> Texts(TestPerson person, string query) =>
        [.. (await person.Search(query)).Data["messages"]!.AsArray().Select(hit => (string)hit!["text"]!)];
}
