using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A plugin that can make use of another goes on without it, and is told when it comes and when it goes.</summary>
public sealed class OptionalTests(OptionalTests.Place place) : PluginScene(place), IClassFixture<OptionalTests.Place>
{
    [Fact]
    public async Task It_runs_without_them_and_hears_of_each_that_comes_and_goes()
    {
        await _ada.On("probe");
        Assert.Equal(["on"], await Noted());

        await _ada.On("second");
        await _ada.On("zeroth");
        Assert.True((await _ada.Put("/api/admin/plugins/second", new { enabled = false })).IsSuccess);
        await _server.Query("update core.plugins set quarantined = 'for a test' where id = 'zeroth'; notify stogram_plugins");

        await Until("without zeroth 1.0.0");
        Assert.Equal(["on", "with second 1.0.0", "with zeroth 1.0.0", "without second 1.0.0", "without zeroth 1.0.0"], await Noted());
        Assert.Equal("RUNNING", (await _ada.Plugin("probe"))["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Those_that_are_on_already_it_hears_of_when_it_is_switched_on_and_of_none_when_off()
    {
        await _ada.On("zeroth");

        await _ada.On("probe");
        await _ada.Switch("probe", false);

        Assert.Equal(["on", "with zeroth 1.0.0", "off"], await Noted());
    }

    [Fact]
    public async Task A_version_it_cannot_use_counts_as_absent_and_the_page_says_so()
    {
        await _ada.On("later");
        await _ada.On("probe");

        Assert.Equal(["on"], await Noted());
        Assert.Equal(
            "It goes on without later: it can use ^2.0, and 1.0.0 is installed.", (await _ada.Plugin("probe"))["reason"]!.GetValue<string>());

        await _ada.Bring(TestPackages.Zip("bystander", "2.0.0", manifest => manifest["id"] = "later"));

        await Until("with later 2.0.0");
        Assert.Null((await _ada.Plugin("probe"))["reason"]);
    }

    [Fact]
    public async Task After_a_restart_it_starts_after_those_it_uses_unless_they_use_it()
    {
        foreach (var id in new[] { "probe", "second", "zeroth" })
        {
            await _ada.On(id);
        }

        await Restart();

        await PluginCalls.Until(async () => (await Noted()).Count(one => one.StartsWith("with ", StringComparison.Ordinal)) == 4, "it was told again");
        var since = new Dictionary<string, DateTimeOffset>();
        foreach (var id in new[] { "probe", "second", "zeroth" })
        {
            since[id] = (await _ada.Until(id, "RUNNING"))["since"]!.GetValue<DateTimeOffset>();
        }

        Assert.True(since["zeroth"] < since["probe"], "It started before what it uses.");
        Assert.True((await _ada.Put("/api/admin/plugins/zeroth", new { enabled = false })).IsSuccess);
        await Until("without zeroth 1.0.0");
    }

    private static Action<JsonNode> Uses(params (string Id, string Range)[] others) => json =>
        json["optional"] = new JsonObject(others.Select(other => KeyValuePair.Create<string, JsonNode?>(other.Id, other.Range)));

    private async Task<string[]> Noted() =>
        (string[])(await _server.Query("select coalesce(array_agg(what order by id), '{}') from plugin_probe.switches"))!;

    private Task Until(string what) => PluginCalls.Until(async () => (await Noted()).Contains(what), $"it noted {what}");

    public sealed class Place() : PluginServer()
    {
        protected override void Pack(PluginFolder plugins)
        {
            // The first in the alphabet makes use of the others: the order is not that of names.
            plugins.Add("probe", "probe", Uses(("second", "^1.0"), ("zeroth", "^1.0"), ("later", "^2.0"), ("nobody", "^1.0")));
            plugins.Add("bystander", "second", Uses(("probe", "^1.0")));
            plugins.Add("bystander", "zeroth");
            plugins.Add("bystander", "later");
        }
    }
}
