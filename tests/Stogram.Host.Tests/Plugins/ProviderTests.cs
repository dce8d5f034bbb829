using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Who has a role where several plugins provide it.</summary>
[Collection(AloneCollection.Name)]
public sealed class ProviderTests(ProviderTests.Place place) : PluginScene(place), IClassFixture<ProviderTests.Place>
{
    [Fact]
    public async Task The_last_one_switched_on_has_it_and_the_default_only_while_there_is_no_other()
    {
        await _ada.On("first");
        Assert.Equal("first", await Who("first"));
        await _ada.On("probe");
        Assert.Equal("probe", await Who("first"));
        await _ada.On("spare");
        Assert.Equal("probe", await Who("first"));

        await _ada.Put("/api/admin/plugins/first/settings", new { greeting = "hi" });
        Assert.Equal("probe", await Who("first"));
        await _ada.Switch("first", false);
        await _ada.On("first");
        Assert.Equal("first", await Who("probe"));
        await _ada.Switch("first", false);
        await _ada.Switch("probe", false);
        Assert.Equal("spare", await Who("spare"));
    }

    [Fact]
    public async Task Where_one_fails_the_next_is_asked_and_all_can_leave_memory()
    {
        await _ada.On("spare");
        await _ada.On("probe");

        Assert.Equal("NOT_FOUND", (await _ada.Get("/api/spare/find/break")).Code);
        foreach (var plugin in new[] { "probe", "spare" })
        {
            Assert.StartsWith("ISearchIndex: ProbeException: the index is broken", (string?)(await _ada.Plugin(plugin))["faults"]!["last"]);
        }

        await _ada.Switch("probe", false);
        await _ada.Until("probe", "UNLOADED");
        Assert.Equal("spare", await Who("spare"));
        await _ada.Switch("spare", false);
        await _ada.Until("spare", "UNLOADED");
    }

    [Fact]
    public async Task Another_organization_asks_only_what_is_on_there()
    {
        await _ada.On("first");
        using var cy = await Foreigner();

        await cy.On("spare");

        Assert.Equal("spare", (await cy.Get("/api/spare/find/cat")).Data["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_not_declared_is_named_and_asking_needs_its_permission()
    {
        var failed = await _ada.Switch("forgetful", true);
        Assert.Contains("The role ISearchIndex", failed["reason"]!.GetValue<string>());
        Assert.Contains("\"provides\": [{ \"name\": \"ISearchIndex\" }]", failed["reason"]!.GetValue<string>());

        await _ada.On("nosy");
        Assert.Equal("INTERNAL", (await _ada.Get("/api/nosy/find/cat")).Code);
        Assert.Contains("messages.read", (string?)(await _ada.Plugin("nosy"))["faults"]!["last"]);
    }

    private static void As(JsonNode json, bool isDefault)
    {
        json["contributes"]!["prefix"] = "probe";
        json["contributes"]!["provides"]![0]!["default"] = isDefault;
    }

    private async Task<string> Who(string asker) => (await _ada.Get($"/api/{asker}/find/cat")).Data["text"]!.GetValue<string>();

    public sealed class Place() : PluginServer("probe")
    {
        protected override void Pack(PluginFolder plugins)
        {
            plugins.Add("probe", "spare", json => As(json, isDefault: true));
            plugins.Add("probe", "first", json => As(json, isDefault: false));
            plugins.Add("probe", "forgetful", json =>
            {
                As(json, isDefault: false);
                json["contributes"]!.AsObject().Remove("provides");
            });
            plugins.Add("probe", "nosy", json =>
            {
                As(json, isDefault: false);
                json["permissions"] = new JsonArray();
            });
        }
    }
}
