using System.Diagnostics;
using Npgsql;

namespace Stogram.SlowMode.Tests;

/// <summary>A server for each test: they switch the plugin and stop the server.</summary>
public sealed class SwitchTests : IAsyncLifetime
{
    private readonly SlowServer slow = new();

    public Task InitializeAsync() => slow.InitializeAsync();

    public Task DisposeAsync() => slow.DisposeAsync();

    [Fact]
    public async Task Switched_off_nobody_waits_and_on_again_every_chat_is_as_slow_as_it_was()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 600, bo);
        await bo.Send(atrium, "One");
        Assert.NotNull((await bo.Send(atrium, "Too early")).Wait());

        await slow.Switch(false);
        var (off, sent) = (await bo.HowSlow(atrium), await bo.Send(atrium, "Two"));
        await slow.Switch(true);

        Assert.Equal((404, "PLUGIN_DISABLED"), (off.Status, off.Code));
        Assert.Null(sent.Wait());
        Assert.Equal(600, (int)(await bo.HowSlow(atrium)).Data["seconds"]!);
        Assert.InRange((await bo.Send(atrium, "Three")).Wait()!.Value, 500, 600);
        Assert.Equal(["One", "Two"], await bo.Texts(atrium));
    }

    [Fact]
    public async Task Its_administrators_read_it_in_the_language_they_ask_for()
    {
        slow.Ada.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru-RU, ru;q=0.9, en;q=0.8");

        var row = (await slow.Ada.Get("/api/admin/plugins")).Data.AsArray().Single(plugin => (string?)plugin!["id"] == "slow-mode")!;
        var rules = (await slow.Ada.Get("/api/admin/plugins/slow-mode/settings")).Data["schema"]!["properties"]!["exemptAdmins"]!;
        var package = (await slow.Ada.Get("/api/operator/plugins")).Data.AsArray().Single(plugin => (string?)plugin!["id"] == "slow-mode")!;

        Assert.Equal(("Медленный режим", "Медленный режим"), ((string?)row["name"], (string?)package["name"]));
        Assert.Equal(("Владельцы и админы не ждут", "boolean"), ((string?)rules["title"], (string?)rules["type"]));
    }

    [Fact]
    public async Task A_restart_ends_no_wait()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 600, bo);
        await bo.Send(atrium, "One");

        await slow.Server.Restart();
        using var again = slow.Server.Anonymous();
        again.DefaultRequestHeaders.Authorization = bo.Http.DefaultRequestHeaders.Authorization;
        await Running(again, atrium);
        var sent = await again.Call(
            HttpMethod.Post, "/api/messages", new { id = Guid.CreateVersion7(), chatId = atrium, content = "Two" });

        Assert.InRange(sent.Wait()!.Value, 500, 600);
    }

    [Fact]
    public async Task Another_organization_sees_nothing_of_it()
    {
        await slow.Ada.Post("/api/operator/organizations", new { slug = "harbour", name = "Harbour" });
        using var eve = await slow.Somebody("eve", "harbour");
        using var finn = await slow.Somebody("finn", "harbour");
        var pier = await eve.Group("Pier", finn);
        var atrium = await slow.Atrium(seconds: 600);
        await using var hub = await finn.Connect();

        Assert.Equal("PLUGIN_DISABLED", (await eve.Slow(pier, 600)).Code);
        Assert.Equal("PLUGIN_DISABLED", (await eve.HowSlow(atrium)).Code);
        Assert.Empty((await finn.Get("/api/plugins")).Data.AsArray());
        await finn.Send(pier, "One");
        Assert.Null((await finn.Send(pier, "Two")).Wait());
        await slow.Switch(false);
        await slow.Switch(true);
        await finn.Send(pier, "Three");
        Assert.All(hub.Drain(), e => Assert.DoesNotContain("plugin", e.Name, StringComparison.Ordinal));

        await slow.Switch(true, eve);
        Assert.Equal("NOT_FOUND", (await eve.HowSlow(atrium)).Code);
        Assert.Equal("NOT_FOUND", (await eve.Slow(atrium, 0)).Code);
        Assert.Equal(0, (int)(await eve.HowSlow(pier)).Data["seconds"]!);
    }

    [Fact]
    public async Task Switched_off_it_leaves_memory_whatever_was_used_of_it()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 600, bo);
        await using var hub = await bo.Connect();
        await slow.Ada.Put("/api/admin/plugins/slow-mode/settings", new { exemptAdmins = true });
        await slow.Ada.Slow(atrium, "soon");
        await slow.Ada.Slow(atrium, 300);
        await hub.Next("slow-mode:changed");
        await bo.Send(atrium, "One");
        Assert.NotNull((await hub.Send(atrium, "Too early")).Wait());
        await bo.HowSlow(atrium);

        await slow.Switch(false);

        await Until("UNLOADED");
    }

    private async Task Until(string state)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var plugin = (await slow.Ada.Get("/api/admin/plugins")).Data.AsArray()
                .Single(one => (string?)one!["id"] == "slow-mode")!;
            if ((string?)plugin["state"] == state)
            {
                return;
            }

            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), plugin.ToJsonString());
            await Task.Delay(50);
        }
    }

    // The server serves chats before its plugins are up.
    private static async Task Running(HttpClient http, Guid chatId)
    {
        var patience = Stopwatch.StartNew();
        while (!(await http.Call(HttpMethod.Get, $"/api/slow-mode/{chatId}")).IsSuccess)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "The plugin did not come up again.");
            await Task.Delay(50);
        }
    }
}
