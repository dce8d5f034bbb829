using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.State;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Who holds a lot of memory is taken out; who makes garbage, or is only there while the server grows, stays.</summary>
[Collection(AloneCollection.Name)]
public sealed class MemoryTests(TroubledServer place) : PluginScene(place), IClassFixture<TroubledServer>
{
    private const long Much = 700 << 20;

    [Fact]
    public async Task One_that_keeps_a_gigabyte_is_taken_out_and_its_memory_comes_back()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await _ada.On("troubled");
        await _ada.Put("/api/admin/plugins/troubled/settings", new { trouble = "hoard", at = "handle" });
        await using var traffic = new Traffic();
        traffic.Chat(_bo, _atrium);

        var view = await _ada.Until("troubled", "QUARANTINED");

        var reason = view["reason"]!.GetValue<string>();
        Assert.Matches(@"It allocated [\d.]+ [GM]B in \d+ s, most of it in MessagePosted, and kept it: the server's memory grew by ", reason);
        Assert.Contains("Leave it off until its author has bounded what it keeps", reason);
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get("/api/troubled/none")).Code);
        Assert.True((await _bo.Send(_atrium, "and on")).IsSuccess);
        await traffic.Stop();
        Assert.Empty(traffic.Refused);
        Assert.Equal(traffic.Sent + 1L, await _server.Query($"select count(*) from core.messages where chat_id = '{_atrium}' and type = 'TEXT'"));
        await PluginCalls.Until(
            () => Task.FromResult(_server.Services.GetRequiredService<InstalledPlugins>().Find("troubled")!.Left.TrueForAll(one => !one.IsAlive)),
            "its code left memory");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, before + (200 << 20));
    }

    [Fact]
    public async Task One_that_makes_two_gigabytes_of_garbage_stays_and_is_counted()
    {
        await _ada.On("troubled");

        // Not as a command: that has 5 s.
        Assert.Equal(200, (await _bo.Get("/api/troubled/litter")).Status);
        await Looked();

        Assert.Equal("RUNNING", (await _ada.Plugin("troubled"))["state"]!.GetValue<string>());
        var costs = (await _ada.Get("/api/admin/plugins/troubled/health")).Data["costs"]!.AsArray();
        Assert.InRange(costs.Single(one => one!["hook"]!.GetValue<string>() == "GET /api/troubled/{trouble}")!["allocated"]!.GetValue<long>(), 2L << 30, 3L << 30);
    }

    [Fact]
    public async Task What_the_server_itself_comes_to_hold_is_no_plugins_fault()
    {
        await _ada.On("troubled");
        await Looked();
        var held = new byte[Much];

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(200, (await _bo.Get("/api/troubled/none")).Status);
        }

        await Looked();
        Assert.Equal("RUNNING", (await _ada.Plugin("troubled"))["state"]!.GetValue<string>());
        GC.KeepAlive(held);
    }

    [Fact]
    public async Task One_that_runs_out_of_memory_is_taken_out_at_once()
    {
        await _ada.On("troubled");
        await using var hub = await _bo.Connect();

        Assert.Equal("INTERNAL", (await hub.Dispatch("troubled:do", new { trouble = "outgrow" })).Code);

        Assert.Contains("troubled:do ran out of memory", (await _ada.Until("troubled", "QUARANTINED"))["reason"]!.GetValue<string>());
    }

    /// <summary>Once more than what was under way: each look tells the metrics what was allocated.</summary>
    private static async Task Looked()
    {
        var looks = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "stogram.plugins.allocated")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref looks));
        listener.Start();
        await PluginCalls.Until(() => Task.FromResult(Volatile.Read(ref looks) > 2), "memory was looked at");
    }
}
