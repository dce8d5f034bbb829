using System.IO.Pipelines;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.State;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Calls that never return, through every door: their callers go on, and the administrators' page names the node to restart.</summary>
public sealed class StuckTests(StuckTests.Place place) : PluginScene(place), IClassFixture<StuckTests.Place>
{
    [Fact]
    public async Task Whatever_door_it_came_in_by_a_call_that_never_returns_takes_its_plugin_out()
    {
        foreach (var id in new[] { "deaf-handler", "deaf-command", "deaf-job", "deaf-route", "deaf-stop" })
        {
            await _ada.On(id);
        }

        await _ada.Put("/api/admin/plugins/deaf-handler/settings", new { trouble = "deaf", at = "handle" });
        await using var hub = await _bo.Connect();

        var switched = _ada.Switch("deaf-stop", false);
        var commanded = hub.Dispatch("deaf-command:do", new { trouble = "deaf" });
        Assert.True((await _bo.Post("/api/deaf-job/toil")).IsSuccess);
        await HangUp("/api/deaf-route/deaf");
        Assert.True((await hub.Send(_atrium, "meanwhile")).IsSuccess);

        Assert.Equal("INTERNAL", (await commanded).Code);
        await Task.WhenAll(
            IsStuck("deaf-route", "GET /api/deaf-route/deaf"), IsStuck("deaf-command", "deaf-command:do"),
            IsStuck("deaf-job", "job toil"), IsStuck("deaf-handler", "MessagePosted"));
        Assert.False((await switched)["enabled"]!.GetValue<bool>());
        Assert.Contains("StopAsync did not return. Restart node", (await _ada.Until("deaf-stop", "LINGERING"))["reason"]!.GetValue<string>());
        Assert.True((await hub.Send(_atrium, "and on")).IsSuccess);
        await _ada.Until("deaf-stop", "UNLOADED");
    }

    [Fact]
    public async Task What_it_does_on_being_cancelled_reaches_nobody_who_cancels()
    {
        await _ada.On("recoiling");
        await using var hub = await _bo.Connect();
        var commanded = hub.Dispatch("recoiling:do", new { trouble = "recoil" });
        await HangUp("/api/recoiling/recoil");
        await Inside("recoiling", "GET", 0);
        var asked = _bo.Get("/api/recoiling/recoil");
        // Begun, and nothing more of it comes for now.
        var body = new Pipe();
        await body.Writer.WriteAsync(new byte[32 << 10]);
        using var endless = new StreamContent(body.Reader.AsStream());
        var uploaded = _bo.Http.PostAsync("/api/recoiling/swallow", endless);
        var streamed = _bo.Http.GetStringAsync("/api/recoiling/stream");
        await Inside("recoiling", "GET", 2);
        await Inside("recoiling", "POST", 1);

        Assert.False((await _ada.Switch("recoiling", false))["enabled"]!.GetValue<bool>());

        Assert.Equal(("INTERNAL", "UNAVAILABLE"), ((await commanded).Code, (await asked).Code));
        await Assert.ThrowsAsync<HttpRequestException>(() => streamed);
        await body.Writer.CompleteAsync();
        using var cut = await uploaded;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, cut.StatusCode);
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get("/api/recoiling/none")).Code);
        Assert.True((await hub.Send(_atrium, "and on")).IsSuccess);
    }

    private async Task IsStuck(string id, string hook)
    {
        var view = await _ada.Until(id, "QUARANTINED");
        Assert.Contains($"{hook} did not return 2 s after it was cancelled; restart node", view["reason"]!.GetValue<string>());
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get($"/api/{id}/none")).Code);
    }

    /// <summary>Asks, and leaves once it is being answered.</summary>
    private async Task HangUp(string path)
    {
        using var leave = new CancellationTokenSource();
        var asking = _bo.Http.GetAsync(path, leave.Token);
        await Inside(path.Split('/')[2], "GET", 1);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private Task Inside(string id, string hook, int calls) => PluginCalls.Until(
        () => Task.FromResult(
            _server.Services.GetRequiredService<InstalledPlugins>().Find(id)!.Activation!.Costs.Read()
                .Where(cost => cost.Hook.StartsWith(hook, StringComparison.Ordinal)).Sum(cost => cost.Inside) == calls),
        $"{calls} calls of {hook} are inside {id}");

    public sealed class Place() : PluginServer()
    {
        protected override void Pack(PluginFolder plugins)
        {
            foreach (var id in new[] { "deaf-handler", "deaf-command", "deaf-job", "deaf-route", "deaf-stop", "recoiling" })
            {
                plugins.AddTroubled(id);
            }
        }
    }
}
