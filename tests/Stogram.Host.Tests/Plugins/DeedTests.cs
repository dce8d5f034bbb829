using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What people do with plugins is written down: once, by whom, where it was done, and nothing that is secret.</summary>
public sealed class DeedTests(ProbeServer place) : PluginScene(place), IClassFixture<ProbeServer>
{
    private const string Settings = "/api/admin/plugins/probe/settings";
    private const string Secret = "correct horse";

    private long _before;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _before = (long?)(await _ada.Get("/api/admin/audit?limit=1")).Data.AsArray().FirstOrDefault()?["seq"] ?? 0;
    }

    [Fact]
    public async Task Every_deed_is_there_once_with_who_did_it_and_to_which_plugin()
    {
        await _ada.On("probe");
        await _ada.Put(Settings, new { greeting = "hi" });
        await _ada.Patch($"/api/chats/{_atrium}/members/{_bo.Id}", new { role = "ADMIN" });
        await _bo.Put($"/api/chats/{_atrium}/plugins/probe/settings", new { greeting = "ahoy" });
        await _bo.Post("/api/probe/dig", new { how = "slow", seconds = 3600 });
        await Change(await _ada.UntilJob("dig", "WAITING"), "retry");
        await Change(await _ada.UntilJob("dig", "RUNNING"), "cancel");
        await Change(await _ada.UntilJob("dig", "CANCELLED"), "retry");
        await Change(await _ada.UntilJob("dig", "RUNNING"), "cancel");
        await _ada.UntilJob("dig", "CANCELLED");
        await _bo.Post("/api/probe/dig", new { how = "slow", seconds = 3600 });
        await Change(await _ada.UntilJob("dig", "WAITING"), "cancel");
        await _ada.Switch("probe", false);

        var log = await Log();

        Assert.Equal(
            [
                "ada plugin.switched-on", "ada plugin.settings-changed", "bo plugin.chat-settings-changed", "ada plugin.job-run", "ada plugin.job-stopped",
                "ada plugin.job-retried", "ada plugin.job-stopped", "ada plugin.job-cancelled", "ada plugin.switched-off",
            ],
            log.Select(row => $"{row["actor"]} {row["action"]}"));
        Assert.All(log, row => Assert.Equal("probe", (string?)row["after"]!["plugin"]));
        Assert.All(log, row => Assert.Equal("127.0.0.1", ((string)row["ip"]!).Replace("::ffff:", "")));
        Assert.Equal("realtime.send, chats.read, users.read, messages.read, messages.write", (string?)log[0]["after"]!["granted"]);
        Assert.Equal(("hello", "hi"), ((string?)log[1]["before"]!["settings.greeting"], (string?)log[1]["after"]!["settings.greeting"]));
        Assert.Equal((_atrium, "greeting"), ((Guid)log[2]["targetId"]!, (string?)log[2]["after"]!["settings"]));
        Assert.DoesNotContain("ahoy", log[2].ToJsonString());
        Assert.Equal("dig", (string?)log[3]["after"]!["job"]);
    }

    [Fact]
    public async Task What_was_refused_or_changed_nothing_is_not_there()
    {
        await _ada.Switch("probe", false);
        await _ada.On("probe");
        await _ada.Switch("probe", true);
        await _ada.Put(Settings, new { seconds = 7 });
        await _ada.Put(Settings, new { seconds = 7, greeting = "hello", days = new[] { "weekdays" } });
        Assert.Equal(400, (await _ada.Put(Settings, new { seconds = -1 })).Status);
        Assert.Equal(403, (await _bo.Put(Settings, new { seconds = 8 })).Status);
        Assert.Equal(403, (await _bo.Put("/api/admin/plugins/probe", new { enabled = false })).Status);
        Assert.Equal(404, (await _ada.Put("/api/admin/plugins/none", new { enabled = true })).Status);
        await _ada.Put($"/api/chats/{_atrium}/plugins/probe/settings", new { });
        Assert.Equal(400, (await _ada.Put($"/api/chats/{_atrium}/plugins/probe/settings", new { greeting = "" })).Status);
        Assert.Equal(403, (await _bo.Put($"/api/chats/{_atrium}/plugins/probe/settings", new { greeting = "hi" })).Status);
        var tidy = await _ada.UntilJob("tidy", "WAITING");
        Assert.Equal(404, (await _ada.Post(Path(tidy, "cancel"))).Status);
        Assert.Equal(403, (await _bo.Post(Path(tidy, "retry"))).Status);
        Assert.Equal(404, (await _ada.Post($"/api/admin/jobs/probe/{Guid.NewGuid()}/retry")).Status);

        Assert.Equal(["plugin.switched-on", "plugin.settings-changed"], (await Log()).Select(row => (string?)row["action"]));
    }

    [Fact]
    public async Task Administrators_who_switch_at_once_have_switched_it_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _ada.Switch("probe", true)));

        Assert.Equal(["plugin.switched-on"], (await Log()).Select(row => (string?)row["action"]));
    }

    [Fact]
    public async Task Of_a_secret_it_says_that_it_was_changed_and_nothing_more()
    {
        await _ada.On("probe");
        var saved = await _ada.Put(Settings, new { token = Secret });
        await _ada.Put(Settings, new { token = saved.Data["values"]!["token"]!.GetValue<string>() });
        await _ada.Put(Settings, new { token = Secret });
        await _ada.Put(Settings, new { token = Secret + "!", greeting = "hi" });
        await _ada.Put(Settings, new { greeting = "hi" });
        await _ada.Put($"/api/chats/{_atrium}/plugins/probe/settings", new { token = Secret });

        var log = await Log();

        Assert.Equal(["token", "token", "token"], log.Where(row => (string?)row["action"] == "plugin.settings-changed").Select(row => (string?)row["after"]!["secrets"]));
        Assert.Equal("token", (string?)log[^1]["after"]!["settings"]);
        var stored = (string)(await _server.Query("select string_agg(settings->>'token', ' ') from core.chat_plugin_settings"))!;
        var whole = string.Concat(log.Select(row => row.ToJsonString())) + await _ada.Http.GetStringAsync("/api/admin/audit/export?format=csv");
        Assert.DoesNotContain(Secret, whole);
        Assert.DoesNotContain(stored, whole);
    }

    [Fact]
    public async Task It_is_in_the_log_of_the_organization_it_was_done_in()
    {
        using var cy = await Foreigner();
        await _ada.On("probe");
        await cy.On("probe");
        await cy.Put(Settings, new { greeting = "ahoy" });
        await _bo.Post("/api/probe/dig", new { how = "quick", name = "sweep", forServer = true, seconds = 3600 });

        await Change(await _ada.UntilJob("sweep", "WAITING"), "retry");

        Assert.Equal(["plugin.switched-on", "plugin.settings-changed"], (await Log(cy, 0)).Select(row => (string?)row["action"]));
        var mine = await Log();
        Assert.Equal(["plugin.switched-on", "plugin.job-run"], mine.Select(row => (string?)row["action"]));
        Assert.Equal("true", (string?)mine[^1]["after"]!["server"]);
    }

    [Fact]
    public async Task Out_of_quarantine_it_says_what_for_it_was_there()
    {
        await _ada.On("probe");
        await _server.Query("update core.plugins set quarantined = 'It was loud.'");
        await _server.Query("select pg_notify('stogram_plugins', 'probe')");
        await _ada.Until("probe", "QUARANTINED");

        await _ada.On("probe");

        var released = (await Log())[^1];
        Assert.Equal(("plugin.released", "It was loud."), ((string?)released["action"], (string?)released["after"]!["released"]));
    }

    [Fact]
    public async Task An_upgrade_says_what_was_agreed_to_beyond_what_was_before()
    {
        await _ada.Bring(TestPackages.Zip("bystander", "1.0.0", manifest => manifest["permissions"] = new JsonArray("chats.read")));
        await _ada.Upload(TestPackages.Zip("bystander", "1.1.0", manifest => manifest["permissions"] = new JsonArray("chats.read", "users.read")));
        Assert.Equal(400, (await _ada.Install("bystander", "1.1.0")).Status);
        Assert.True((await _ada.Install("bystander", "1.1.0", "users.read")).IsSuccess);
        Assert.True((await _ada.Install("bystander", "1.1.0")).IsSuccess);

        var log = await Log(_ada, _before, "operator.plugin");

        Assert.Equal(
            ["plugin-uploaded 1.0.0", "plugin-installed 1.0.0", "plugin-uploaded 1.1.0", "plugin-installed 1.1.0"],
            log.Select(row => $"{((string)row["action"]!)["operator.".Length..]} {row["after"]!["version"]}"));
        Assert.Equal([null, null, null, "1.0.0"], log.Select(row => (string?)row["before"]?["version"]));
        Assert.Equal([null, "chats.read", null, "users.read"], log.Select(row => (string?)row["after"]!["granted"]));
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_done()
    {
        await _ada.On("probe");
        await _bo.Post("/api/probe/dig", new { how = "quick", seconds = 3600 });
        var dig = await _ada.UntilJob("dig", "WAITING");
        await _server.Query(
            """
            create function core.no_more() returns trigger language plpgsql as $$ begin raise 'full'; end $$;
            create trigger no_more before insert on core.audit_log for each row execute function core.no_more()
            """);

        Assert.Equal(500, (await _ada.Put(Settings, new { greeting = "hi" })).Status);
        Assert.Equal(500, (await _ada.Put($"/api/chats/{_atrium}/plugins/probe/settings", new { greeting = "hi" })).Status);
        Assert.Equal(500, (await _ada.Post(Path(dig, "cancel"))).Status);
        Assert.Equal(500, (await _ada.Put("/api/admin/plugins/probe", new { enabled = false })).Status);

        Assert.Equal("hello", (string?)(await _ada.Get(Settings)).Data["values"]!["greeting"]);
        Assert.Empty((await _ada.Get($"/api/chats/{_atrium}/plugins/probe/settings")).Data["values"]!.AsObject());
        Assert.Equal(dig["id"]!.ToString(), (await _ada.UntilJob("dig", "WAITING"))["id"]!.ToString());
        Assert.True((bool)(await _ada.Plugin("probe"))["enabled"]!);
        await _server.Query("drop function core.no_more() cascade");
    }

    private Task<JsonNode[]> Log() => Log(_ada, _before);

    /// <summary>Oldest first.</summary>
    private static async Task<JsonNode[]> Log(TestPerson admin, long before, string beginsWith = "plugin.") =>
        [.. (await admin.Get($"/api/admin/audit?action={beginsWith}")).Data.AsArray().Reverse().Select(row => row!).Where(row => (long)row["seq"]! > before)];

    private async Task Change(JsonNode job, string deed) => Assert.True((await _ada.Post(Path(job, deed))).IsSuccess);

    private static string Path(JsonNode job, string deed) => $"/api/admin/jobs/{job["pluginId"]}/{job["id"]}/{deed}";
}
