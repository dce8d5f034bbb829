using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.State;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>The switch in many hands, and in the middle of everything.</summary>
[Collection(ProbeCollection.Name)]
public sealed class SwitchTests(ProbeServer place) : PluginScene(place)
{
    private static readonly HashSet<string> Allowed = ["200 ", "404 PLUGIN_DISABLED", "503 UNAVAILABLE Retry-After"];

    [Fact]
    public async Task Administrators_who_switch_at_once_get_what_the_last_one_wanted()
    {
        await using var traffic = new Traffic();
        traffic.Chat(_bo, _atrium);
        traffic.Ask(_bo, "/api/probe/hello");
        traffic.Ask(_bo, "/api/probe/wait/20");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async who =>
        {
            for (var turn = 0; turn < 6; turn++)
            {
                await _ada.Switch("probe", (who + turn) % 2 == 0);
            }
        }));

        await _ada.On("probe");
        Assert.Equal(200, (await _bo.Get("/api/probe/hello")).Status);
        await _ada.Switch("probe", false);
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get("/api/probe/hello")).Code);
        await traffic.Stop();
        Assert.Empty(traffic.Refused);
        Assert.Empty(traffic.PluginAnswers.Keys.Except(Allowed));
        Assert.Contains("200 ", traffic.PluginAnswers.Keys);
    }

    [Fact]
    public async Task Switched_off_twice_while_somebody_is_inside_and_on_while_its_code_leaves()
    {
        await _ada.On("probe");
        var inside = _bo.Get("/api/probe/wait/2000");
        await PluginCalls.Until(async () => await IsInside(), "somebody is inside");

        var off = await Task.WhenAll(_ada.Switch("probe", false), _ada.Switch("probe", false));

        Assert.Equal(200, (await inside).Status);
        Assert.All(off, one => Assert.False(one["enabled"]!.GetValue<bool>()));
        Assert.Contains(off, one => one["state"]!.GetValue<string>() == "UNLOADING");
        await _ada.On("probe");
        Assert.Equal(200, (await _bo.Get("/api/probe/hello")).Status);
        await PluginCalls.Until(
            () => Task.FromResult(_server.Services.GetRequiredService<InstalledPlugins>().Find("probe")!.Left.TrueForAll(one => !one.IsAlive)),
            "the code that was off left memory");
        Assert.Equal("RUNNING", (await _ada.Plugin("probe"))["state"]!.GetValue<string>());
    }

    private Task<bool> IsInside() => Task.FromResult(
        _server.Services.GetRequiredService<InstalledPlugins>().Find("probe")!.Activation!.Costs.Read().Any(cost => cost.Hook.Contains("wait") && cost.Inside > 0));
}
