using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A plugin that needs another goes on and off with it, and never runs without it.</summary>
public sealed class RequirementTests(RequirementTests.Place place) : PluginScene(place), IClassFixture<RequirementTests.Place>
{
    [Fact]
    public async Task What_it_needs_goes_on_with_it_and_it_goes_off_with_that_once_agreed_to()
    {
        var refused = await _ada.Put("/api/admin/plugins/grandchild", new { enabled = true });
        Assert.Equal(("CONFLICT", "probe, child"), (refused.Code, refused.Details!["plugins"]!.GetValue<string>()));

        Assert.Equal("RUNNING", (await _ada.Put("/api/admin/plugins/grandchild", new { enabled = true, cascade = true })).Data["state"]!.GetValue<string>());
        foreach (var id in new[] { "probe", "child", "grandchild" })
        {
            Assert.Equal("RUNNING", (await _ada.Plugin(id))["state"]!.GetValue<string>());
        }

        refused = await _ada.Put("/api/admin/plugins/probe", new { enabled = false });
        Assert.Equal(("CONFLICT", "grandchild, child"), (refused.Code, refused.Details!["plugins"]!.GetValue<string>()));
        Assert.True((await _ada.Put("/api/admin/plugins/probe", new { enabled = false, cascade = true })).IsSuccess);
        foreach (var id in new[] { "probe", "child", "grandchild" })
        {
            await _ada.Until(id, "UNLOADING", "UNLOADED");
        }
    }

    [Theory]
    [InlineData("late", "It needs probe ^2.0, and 1.0.0 is installed.")]
    [InlineData("lonely", "It needs nobody ^1.0, which is not installed.")]
    [InlineData("orphan", "It needs bad-start, which is not running.")]
    [InlineData("head", "a circle")]
    public async Task What_cannot_be_met_says_so(string id, string reason)
    {
        await _ada.Put($"/api/admin/plugins/{id}", new { enabled = true, cascade = true });

        Assert.Contains(reason, (await _ada.Until(id, "FAILED"))["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_stops_when_what_it_needs_is_taken_out_and_comes_back_with_it()
    {
        await _ada.Put("/api/admin/plugins/grandchild", new { enabled = true, cascade = true });

        await _server.Query("update core.plugins set quarantined = 'for a test' where id = 'probe'");

        Assert.Equal("It needs probe, which is not running.", (await _ada.Until("child", "FAILED"))["reason"]!.GetValue<string>());
        await _ada.Until("grandchild", "FAILED");

        await _ada.On("probe");

        await _ada.Until("grandchild", "RUNNING");
    }

    [Fact]
    public async Task After_a_restart_each_starts_after_what_it_needs()
    {
        await _ada.Put("/api/admin/plugins/grandchild", new { enabled = true, cascade = true });

        await Restart();

        await _ada.Until("grandchild", "RUNNING");
    }

    [Fact]
    public async Task What_others_need_is_not_uninstalled() =>
        Assert.Equal("CONFLICT", (await _ada.Remove("probe", purge: false)).Code);

    private static Action<JsonNode> Needs(params (string Id, string Range)[] needs) => json =>
        json["requires"] = new JsonObject(needs.Select(need => KeyValuePair.Create<string, JsonNode?>(need.Id, need.Range)));

    public sealed class Place() : PluginServer("probe")
    {
        protected override void Pack(PluginFolder plugins)
        {
            plugins.Add("bystander", "child", Needs(("probe", "^1.0")));
            plugins.Add("bystander", "grandchild", Needs(("child", "^1.0")));
            plugins.Add("bystander", "late", Needs(("probe", "^2.0")));
            plugins.Add("bystander", "lonely", Needs(("nobody", "^1.0")));
            plugins.AddTroubled("bad-start");
            plugins.Add("bystander", "orphan", Needs(("bad-start", "^1.0")));
            plugins.Add("bystander", "head", Needs(("tail", "^1.0")));
            plugins.Add("bystander", "tail", Needs(("head", "^1.0")));
        }
    }
}
