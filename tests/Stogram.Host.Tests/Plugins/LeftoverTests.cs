using System.Diagnostics;
using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Code that does not leave memory when it is off: it is said what holds it, and nothing else suffers.</summary>
[Collection(AloneCollection.Name)]
public sealed class LeftoverTests(LeftoverTests.Place place) : PluginScene(place), IClassFixture<LeftoverTests.Place>
{
    private static readonly string[] Left = ["timer", "task", "event", "gauge", "descriptor"];
    private static readonly string[] Gone = ["registration", "watcher", "socket", "json", "activity", "local", "static"];

    [Fact]
    public async Task What_it_leaves_behind_is_named_as_far_as_it_shows()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "troubled", Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var hub = await _ada.Connect();
        foreach (var what in Left.Concat(Gone))
        {
            await _ada.On(what);
            Assert.True((await hub.Dispatch($"{what}:do", new { trouble = what })).IsSuccess);
            await _ada.Switch(what, false);
        }

        foreach (var what in Left)
        {
            var reason = (await _ada.Until(what, "LINGERING"))["reason"]!.GetValue<string>();
            Assert.Contains(what is "timer" or "task" ? $"what {what}:do started still runs" : "nothing of it runs, but something refers to it", reason);
        }

        foreach (var what in Gone)
        {
            await _ada.Until(what, "UNLOADED");
        }
    }

    [Fact]
    public async Task A_finalizer_that_does_not_end_is_not_waited_for()
    {
        await using var hub = await _ada.Connect();
        await _ada.On("finalizer");
        await hub.Dispatch("finalizer:do", new { trouble = "finalizer" });
        await _ada.Switch("finalizer", false);

        Assert.Contains("a finalizer that does not end", (await _ada.Until("finalizer", "LINGERING"))["reason"]!.GetValue<string>());
        // It ends after all, and whoever measures next has the thread to themselves.
        for (var round = 0; round < 5; round++)
        {
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }

        await _ada.Until("finalizer", "UNLOADED");
    }

    [Fact]
    public async Task While_old_code_lingers_it_is_switched_on_again_upgraded_and_deleted()
    {
        await using var hub = await _ada.Connect();
        await _ada.On("tick");
        await hub.Dispatch("tick:do", new { trouble = "timer" });
        await _ada.Switch("tick", false);
        await _ada.Until("tick", "LINGERING");

        await _ada.On("tick");
        Assert.Equal(200, (await _ada.Get("/api/tick/none")).Status);
        await hub.Dispatch("tick:do", new { trouble = "task" });
        await _ada.Bring(TestPackages.Zip("troubled", "1.1.0", manifest =>
        {
            manifest["id"] = "tick";
            manifest["contributes"]!["commands"] = new JsonArray("tick:do");
        }));
        await PluginCalls.Until(
            async () => (await _ada.Plugin("tick"))["reason"]?.GetValue<string>().StartsWith("Version 1.0.0 is still in memory: what tick:do started still runs") is true,
            "the old version is named");
        Assert.Equal(("RUNNING", "1.1.0"), ((await _ada.Plugin("tick"))["state"]!.GetValue<string>(), (await _ada.Plugin("tick"))["version"]!.GetValue<string>()));

        Assert.True((await _ada.Remove("tick", purge: true, "tick")).IsSuccess);
        Assert.Equal(true, await _server.Query("select to_regnamespace('plugin_tick') is null"));
        Assert.True((await _ada.Install("tick", "1.0.0")).IsSuccess);
        await _ada.On("tick");
        Assert.Equal(200, (await _ada.Get("/api/tick/none")).Status);
    }

    public sealed class Place() : PluginServer()
    {
        protected override void Pack(PluginFolder plugins)
        {
            foreach (var id in Left.Concat(Gone).Append("finalizer").Append("tick"))
            {
                plugins.AddTroubled(id);
            }
        }
    }
}
