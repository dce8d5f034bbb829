using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What people read of plugins is in the language that their request asks for, wherever they read it.</summary>
public sealed class LanguageTests(LanguageTests.Place place) : PluginScene(place), IClassFixture<LanguageTests.Place>
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await _ada.On("probe");
    }

    [Fact]
    public async Task Wherever_it_is_read()
    {
        Ask("ru-RU, ru;q=0.9, en;q=0.8");

        foreach (var path in new[] { "/api/plugins", "/api/admin/plugins", "/api/operator/plugins" })
        {
            Assert.Equal("Проба", (string?)(await _ada.Get(path)).Data[0]!["name"]);
        }

        Assert.Equal("Проба", (string?)(await _ada.UntilJob("tidy", "WAITING"))["pluginName"]);
        foreach (var path in new[] { "/api/admin/plugins/probe/settings", $"/api/chats/{_atrium}/plugins/probe/settings" })
        {
            Assert.Equal("Со страницы той стороны.", (string?)(await _ada.Get(path)).Data["schema"]!["properties"]!["token"]!["x-stogram"]!["help"]);
        }
    }

    [Theory]
    [InlineData("PT-br", "Sonda")]
    [InlineData("ru-XX-unheard-of", "Проба")]
    [InlineData("xx-YY, ru;q=0.5", "Проба")]
    [InlineData("de, ru;q=0.5", "Probe")]
    [InlineData("*", "Probe")]
    [InlineData("", "Probe")]
    public async Task The_first_language_there_is_counts(string header, string name)
    {
        Ask(header);

        Assert.Equal(name, (string?)(await _ada.Get("/api/plugins")).Data[0]!["name"]);
    }

    private void Ask(string header)
    {
        _ada.Http.DefaultRequestHeaders.Remove("Accept-Language");
        _ada.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", header);
    }

    public sealed class Place() : PluginServer()
    {
        protected override void Pack(PluginFolder plugins) => plugins.Add("probe", "probe", manifest => manifest["locales"] = JsonNode.Parse(
            """{ "ru": { "Probe": "Проба", "From the other side's page.": "Со страницы той стороны." }, "pt-BR": { "Probe": "Sonda" } }"""));
    }
}
