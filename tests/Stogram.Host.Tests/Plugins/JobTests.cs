using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Work in the background: done once, tried again, ended by whoever may, and never while the plugin is off.</summary>
public sealed class JobTests(ProbeServer place) : PluginScene(place), IClassFixture<ProbeServer>
{
    [Fact]
    public async Task What_is_enqueued_is_done_once_however_often_it_is_enqueued()
    {
        await _ada.On("probe");
        var id = Guid.CreateVersion7();

        Assert.True((await Dig("quick", id)).Data.GetValue<bool>());
        Assert.True((await Dig("quick", id)).Data.GetValue<bool>());

        var job = await _ada.UntilJob("dig", "DONE");
        Assert.Equal((1, 1.0), (job["attempt"]!.GetValue<int>(), job["share"]!.GetValue<double>()));
        Assert.Equal(1L, await Noted("dug"));
    }

    [Fact]
    public async Task What_is_due_later_waits_until_somebody_wants_it_now()
    {
        await _ada.On("probe");
        await Dig("quick", seconds: 3600);
        var waiting = await _ada.UntilJob("dig", "WAITING");
        Assert.Equal(0L, await Noted("dug"));

        await Change(waiting, "retry");

        await _ada.UntilJob("dig", "DONE");
    }

    [Fact]
    public async Task What_throws_is_tried_again_and_then_has_failed_with_its_reason()
    {
        await _ada.On("probe");
        await Dig("vain");
        var waiting = await _ada.UntilJob("dig", "WAITING", job => job["error"] is not null);
        Assert.Contains("try 1 was in vain", waiting["error"]!.GetValue<string>());

        await Change(waiting, "retry");

        var failed = await _ada.UntilJob("dig", "FAILED");
        Assert.Contains("try 2 was in vain", failed["error"]!.GetValue<string>());
        Assert.Contains("job dig", (await _ada.Plugin("probe"))["faults"]!["last"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_runs_says_how_far_it_is_and_is_cancelled()
    {
        await _ada.On("probe");
        await Dig("slow");
        var running = await _ada.UntilJob("dig", "RUNNING", job => job["share"] is not null);
        Assert.Equal((0.25, "a quarter of the hole"), (running["share"]!.GetValue<double>(), running["note"]!.GetValue<string>()));

        await Change(running, "cancel");

        await _ada.UntilJob("dig", "CANCELLED");
        Assert.Equal("RUNNING", (await _ada.Plugin("probe"))["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Switched_off_it_stops_and_waits_and_switched_on_it_goes_on()
    {
        await _ada.On("probe");
        await Dig("once");
        await Until("began");

        await _ada.Switch("probe", false);

        var held = await _ada.UntilJob("dig", "WAITING");
        Assert.Equal((true, 0), (held["isHeld"]!.GetValue<bool>(), held["attempt"]!.GetValue<int>()));
        await PluginCalls.Until(
            async () => 0L.Equals(await _server.Query("select count(*) from core.qrtz_triggers where trigger_group like 'probe/%'")), "its triggers are gone");

        await _ada.On("probe");
        await PluginCalls.Until(async () => await Noted("began") == 2, "it began again");
    }

    [Fact]
    public async Task What_runs_by_the_clock_is_there_once_while_the_manifest_says_so()
    {
        await _ada.On("probe");
        await Restart();
        await _ada.Until("probe", "RUNNING");

        var tidy = await _ada.UntilJob("tidy", "WAITING");
        Assert.Equal("@daily", tidy["cron"]!.GetValue<string>());
        Assert.Equal(TimeSpan.Zero, tidy["dueAt"]!.GetValue<DateTimeOffset>().TimeOfDay);
        Assert.Single((await _ada.Get("/api/admin/jobs")).Data.AsArray());

        await _ada.Post(Path(tidy, "retry"));
        await Until("dug");
        var next = await _ada.UntilJob("tidy", "WAITING", job => job["finishedAt"] is not null);
        Assert.Equal(tidy["dueAt"]!.ToString(), next["dueAt"]!.ToString());
        Assert.False((await _ada.Post(Path(next, "cancel"))).IsSuccess);
    }

    [Fact]
    public async Task Work_that_the_manifest_does_not_name_is_refused_with_the_line_to_add()
    {
        await _ada.On("probe");

        Assert.Equal(500, (await _bo.Post("/api/probe/dig", new { how = "quick", name = "mine" })).Status);

        Assert.Contains("\"jobs\": [{ \"name\": \"mine\" }]", (await _ada.Plugin("probe"))["faults"]!["last"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_nodes_do_every_job_once()
    {
        await using var there = await _server.AnotherNode();
        await _ada.On("probe");
        using var adaThere = await there.SignIn("ada");
        await adaThere.Until("probe", "RUNNING");

        foreach (var batch in Enumerable.Range(0, 40).Chunk(10))
        {
            await Task.WhenAll(batch.Select(i => (i % 2 == 0 ? _ada : adaThere).Post("/api/probe/dig", new { how = "quick" })));
        }

        await PluginCalls.Until(async () => await Noted("dug") >= 40, "all were done");
        await PluginCalls.Until(
            async () => (long)(await _server.Query("select count(*) from core.plugin_jobs where name = 'dig' and state = 'DONE' and attempt = 1"))! == 40, "all are noted");
        Assert.Equal(40L, await Noted("dug"));
        Assert.True((long)(await _server.Query("select count(distinct node) from core.plugin_jobs where name = 'dig'"))! > 1, "One node did it all.");
    }

    [Fact]
    public async Task Work_for_the_server_is_done_once_for_all_and_operators_alone_see_it()
    {
        using var cy = await Foreigner();
        await _ada.On("probe");
        await cy.On("probe");

        Assert.True((await Sweep("quick")).Data.GetValue<bool>());

        var job = await _ada.UntilJob("sweep", "DONE");
        Assert.True(job["isServer"]!.GetValue<bool>());
        Assert.Equal(2L, await _server.Query("select count(distinct organization_id) from plugin_probe.switches where what = 'swept'"));
        Assert.Equal(2L, await Noted("swept"));
        Assert.DoesNotContain((await cy.Get("/api/admin/jobs")).Data.AsArray(), one => one!["name"]!.GetValue<string>() == "sweep");
        Assert.Equal(404, (await cy.Post(Path(job, "retry"))).Status);
    }

    [Fact]
    public async Task Work_for_the_server_goes_on_until_the_last_organization_has_it_off()
    {
        using var cy = await Foreigner();
        await _ada.On("probe");
        await cy.On("probe");
        await Sweep("slow");
        await _ada.UntilJob("sweep", "RUNNING");

        await _ada.Switch("probe", false);
        Assert.Equal("RUNNING", (await _ada.UntilJob("sweep", "RUNNING"))["state"]!.GetValue<string>());
        await cy.Switch("probe", false);

        var held = await _ada.UntilJob("sweep", "WAITING");
        Assert.Equal((true, 0), (held["isHeld"]!.GetValue<bool>(), held["attempt"]!.GetValue<int>()));
        await _ada.Until("probe", "UNLOADED");
        await _ada.On("probe");
        await Change(await _ada.UntilJob("sweep", "RUNNING"), "cancel");
        await _ada.UntilJob("sweep", "CANCELLED");
    }

    [Fact]
    public async Task By_the_clock_it_is_there_once_whoever_has_it_on()
    {
        await _ada.Bring(TestPackages.Zip("probe", "1.1.0", manifest => manifest["contributes"]!["jobs"] = System.Text.Json.Nodes.JsonNode.Parse(
            """[{ "name": "dig" }, { "name": "tidy", "cron": "@daily", "scope": "server" }, { "name": "sweep", "scope": "server" }]""")));
        using var cy = await Foreigner();
        await cy.On("probe");
        await _ada.On("probe");

        Assert.Equal("tidy", (await _ada.UntilJob("tidy", "WAITING"))["name"]!.GetValue<string>());
        Assert.Equal(1L, await _server.Query("select count(*) from core.plugin_jobs where name = 'tidy'"));
        Assert.True((await _ada.Install("probe", "1.0.0")).IsSuccess);
    }

    [Fact]
    public async Task Whose_a_job_is_must_be_said_as_the_manifest_says_it()
    {
        await _ada.On("probe");

        Assert.Equal(500, (await _bo.Post("/api/probe/dig", new { how = "quick", name = "sweep" })).Status);
        Assert.Contains("enqueue it without an organization", (await _ada.Plugin("probe"))["faults"]!["last"]!.GetValue<string>());
        Assert.Equal(500, (await _bo.Post("/api/probe/dig", new { how = "quick", forServer = true })).Status);
        Assert.Contains("is an organization's: say whose", (await _ada.Plugin("probe"))["faults"]!["last"]!.GetValue<string>());
    }

    private Task<Answer> Sweep(string how) => _bo.Post("/api/probe/dig", new { how, name = "sweep", forServer = true });

    private Task<Answer> Dig(string how, Guid? id = null, int seconds = 0) => _bo.Post("/api/probe/dig", new { how, id, seconds });

    private async Task Change(JsonNode job, string deed) => Assert.True((await _ada.Post(Path(job, deed))).IsSuccess);

    private static string Path(JsonNode job, string deed) => $"/api/admin/jobs/{job["pluginId"]}/{job["id"]}/{deed}";

    private async Task<long> Noted(string what) => (long)(await _server.Query($"select count(*) from plugin_probe.switches where what = '{what}'"))!;

    private Task Until(string what) => PluginCalls.Until(async () => await Noted(what) > 0, $"it noted {what}");
}
