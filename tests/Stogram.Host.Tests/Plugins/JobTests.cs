using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Work in the background: done once, tried again, ended by whoever may, and never while the plugin is off.</summary>
public sealed class JobTests() : PluginScene("probe")
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
        Assert.Equal(0L, await _server.Query("select count(*) from core.qrtz_triggers where trigger_group like 'probe/%'"));

        await _ada.On("probe");
        await PluginCalls.Until(async () => await Noted("began") == 2, "it began again");
    }

    [Fact]
    public async Task What_runs_by_the_clock_is_there_once_while_the_manifest_says_so()
    {
        await _ada.On("probe");
        await _server.Restart();
        using var ada = await _server.SignIn("ada");
        await ada.Until("probe", "RUNNING");

        var tidy = await ada.UntilJob("tidy", "WAITING");
        Assert.Equal("@daily", tidy["cron"]!.GetValue<string>());
        Assert.Equal(TimeSpan.Zero, tidy["dueAt"]!.GetValue<DateTimeOffset>().TimeOfDay);
        Assert.Single((await ada.Get("/api/admin/jobs")).Data.AsArray());

        await ada.Post(Path(tidy, "retry"));
        await Until("dug");
        var next = await ada.UntilJob("tidy", "WAITING", job => job["finishedAt"] is not null);
        Assert.Equal(tidy["dueAt"]!.ToString(), next["dueAt"]!.ToString());
        Assert.False((await ada.Post(Path(next, "cancel"))).IsSuccess);
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
        var there = await _server.AnotherNode();
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

    private Task<Answer> Dig(string how, Guid? id = null, int seconds = 0) => _bo.Post("/api/probe/dig", new { how, id, seconds });

    private async Task Change(JsonNode job, string deed) => Assert.True((await _ada.Post(Path(job, deed))).IsSuccess);

    private static string Path(JsonNode job, string deed) => $"/api/admin/jobs/{job["pluginId"]}/{job["id"]}/{deed}";

    private async Task<long> Noted(string what) => (long)(await _server.Query($"select count(*) from plugin_probe.switches where what = '{what}'"))!;

    private Task Until(string what) => PluginCalls.Until(async () => await Noted(what) > 0, $"it noted {what}");
}
