using Npgsql;

namespace Stogram.Search.Tests;

/// <summary>A server for each test: they switch the plugin and stop the server.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private readonly SearchServer search = new();

    public Task InitializeAsync() => search.InitializeAsync();

    public Task DisposeAsync() => search.DisposeAsync();

    [Fact]
    public async Task What_happened_while_it_was_off_is_found_when_it_is_on_again()
    {
        var atrium = await search.Ada.Group("Atrium");
        var gone = await search.Ada.Group("Soon gone");
        var edited = (Guid)(await search.Ada.Send(atrium, "albatross")).Data["id"]!;
        var deleted = (Guid)(await search.Ada.Send(atrium, "bittern")).Data["id"]!;
        await search.Ada.Send(gone, "cormorant");
        Assert.Single(await search.Find(search.Ada, "cormorant"));

        await search.Switch(false);
        Assert.Equal("PLUGIN_DISABLED", (await search.Ada.Search("albatross")).Code);
        Assert.Equal(3, await Documents());
        await search.Ada.Patch($"/api/messages/{edited}", new { content = "dunlin" });
        await search.Ada.Delete($"/api/messages/{deleted}?for=everyone");
        await search.Ada.Delete($"/api/chats/{gone}");
        await search.Ada.Send(atrium, "egret");
        await search.Switch(true);

        Assert.Equal(["dunlin"], await search.Find(search.Ada, "dunlin"));
        Assert.Equal(["egret"], await search.Find(search.Ada, "egret"));
        Assert.Empty(await search.Find(search.Ada, "\"albatross\""));
        await search.Until(async () => await Documents() == 2);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_after_a_restart_in_the_middle()
    {
        await search.Switch(false);
        var chats = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => search.Ada.Group($"Room {i}")));
        await Said(chats, 1_000);
        await search.Switch(true);

        await search.Server.Restart();
        using var ada = await TestPerson.SignIn(search.Server, "ada");
        await search.Until(async () => (await ada.Get("/api/search/index")).IsSuccess);
        await search.Indexed(ada);

        Assert.Equal(5_000, await Documents());
        Assert.Equal(1.0, (double)(await ada.Get("/api/search/index")).Data["done"]!);
        Assert.Equal(5, (await ada.SearchAll("\"number777\"", 50)).Count);
    }

    [Fact]
    public async Task Made_anew_and_with_another_language_it_finds_the_same_and_more()
    {
        var atrium = await search.Ada.Group("Atrium");
        await search.Ada.Send(atrium, "Die Häuser am See");
        Assert.Single(await search.Find(search.Ada, "häuser"));
        Assert.Empty(await search.Find(search.Ada, "\"hausern\""));

        await search.Ada.Http.Call(HttpMethod.Put, "/api/admin/plugins/search/settings", new { language = "german" });
        Assert.True((await search.Ada.Post("/api/search/index/rebuild")).IsSuccess);
        await search.Indexed();

        Assert.Single(await search.Find(search.Ada, "häusern"));
        Assert.Single(await search.Find(search.Ada, "\"am see\""));
        Assert.Equal("german", (string?)(await search.Ada.Get("/api/search/index")).Data["language"]);
    }

    [Fact]
    public async Task What_is_said_is_found_within_a_moment()
    {
        var atrium = await search.Ada.Group("Atrium");
        await search.Indexed();

        await search.Ada.Send(atrium, "flamingo");

        await search.Until(async () => (await search.Ada.Search("flamingo")).Data["messages"]!.AsArray().Count == 1);
    }

    [Fact]
    public async Task Held_against_the_messages_what_is_wrong_in_the_index_is_named_and_put_right()
    {
        var atrium = await search.Ada.Group("Atrium");
        await search.Ada.Send(atrium, "heron");
        var ibis = (Guid)(await search.Ada.Send(atrium, "ibis")).Data["id"]!;
        await search.Indexed();
        Assert.Equal("OK", await Examine(repair: false));

        await search.Sql($"delete from plugin_search.documents where seq = (select seq from core.messages where id = '{ibis}')");
        Assert.Equal("PROBLEM", await Examine(repair: false));
        Assert.Equal("OK", await Examine(repair: true));
        await search.Switch(false);
        await search.Switch(true);

        Assert.Single(await search.Find(search.Ada, "ibis"));
        Assert.Equal("OK", await Examine(repair: false));
    }

    [Fact]
    public async Task Its_data_deleted_and_installed_again_it_fills_its_index_anew()
    {
        await search.Ada.Send(await search.Ada.Group("Atrium"), "kittiwake");
        Assert.Single(await search.Find(search.Ada, "kittiwake"));

        var removed = await search.Ada.Http.Call(
            HttpMethod.Delete, "/api/operator/plugins/search", new { purge = true, id = "search", password = TestPerson.Password });
        Assert.True(removed.IsSuccess, removed.Envelope.ToJsonString());
        Assert.Equal(true, await search.Sql("select to_regnamespace('plugin_search') is null"));
        Assert.Equal(0L, await search.Sql("select count(*) from pg_roles where rolname = 'stogram_' || left(encode(sha256(current_database()::bytea), 'hex'), 8) || '_search'"));
        Assert.Equal(0L, await search.Sql("select count(*) from core.plugin_migrations where plugin_id = 'search'"));
        var installed = await search.Ada.Put(
            "/api/operator/plugins/search",
            new { version = "0.1.0", permissions = new[] { "chats.read", "users.read", "messages.read" }, password = TestPerson.Password });
        Assert.True(installed.IsSuccess, installed.Envelope.ToJsonString());
        await search.Switch(true);

        Assert.Single(await search.Find(search.Ada, "kittiwake"));
        Assert.Equal(1, await Documents());
        Assert.Equal("OK", await Examine(repair: false));
    }

    [Fact]
    public async Task Switched_off_it_leaves_memory_whatever_was_used_of_it()
    {
        var atrium = await search.Ada.Group("Atrium");
        await search.Ada.Send(atrium, "guillemot");
        await using var hub = await search.Ada.Connect();
        await search.Find(search.Ada, "guilemot");
        await search.Ada.Search("has:nothing");
        await search.Ada.Get($"/api/search/day/{atrium}?on=2026-01-01");
        await search.Ada.Post("/api/search/index/rebuild");
        await hub.Dispatch("search:suggest", new { key = "in", text = "atr" });

        await search.Switch(false);

        await search.Until(async () => (await search.Ada.Get("/api/admin/plugins")).Data.AsArray()
            .Any(one => (string?)one!["id"] == "search" && (string?)one["state"] == "UNLOADED"));
    }

    private async Task Said(Guid[] chats, int each)
    {
        await using var source = NpgsqlDataSource.Create(search.Server.ConnectionString);
        await using var command = source.CreateCommand(
            """
            with said as (
              insert into core.messages (chat_id, seq, id, organization_id, rev, sender_id, type, content, created_at, updated_at)
              select c.id, c.last_seq + n, gen_random_uuid(), c.organization_id, c.rev + n, $2, 'TEXT', 'This is number' || n, now(), now()
              from core.chats c, generate_series(1, $3) as n where c.id = any($1))
            update core.chats set last_seq = last_seq + $3, rev = rev + $3 where id = any($1)
            """);
        command.Parameters.Add(new() { Value = chats });
        command.Parameters.Add(new() { Value = search.Ada.Id });
        command.Parameters.Add(new() { Value = each });
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> Documents() => (long)(await search.Sql("select count(*) from plugin_search.documents"))!;

    private async Task<string> Examine(bool repair) => (string)(await search.Sql(
        $"set search_path = plugin_search; select health from examine({repair})"))!;
}
