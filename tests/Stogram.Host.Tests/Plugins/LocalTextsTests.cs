using System.Globalization;
using System.Text.Json;
using Stogram.Host.Plugins.Manifests;
using Stogram.Plugins;
using Stogram.Testing;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Administrators read of a plugin in their own language, where its author speaks it.</summary>
public sealed class LocalTextsTests : IDisposable
{
    private static readonly string[] Told = ["title", "description", "help", "group"];

    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public static TheoryData<string> Ours =>
        [.. Directory.GetDirectories(Repository.Path("plugins")).Where(folder => File.Exists(Path.Combine(folder, "plugin.json"))).Select(folder => Path.GetFileName(folder))];

    [Theory, MemberData(nameof(Ours))]
    public void A_plugin_that_comes_with_the_server_says_all_of_it_in_Russian(string plugin)
    {
        var folder = Repository.Path("plugins", plugin);
        var info = ReadManifest.Parse(File.ReadAllText(Path.Combine(folder, "plugin.json")));
        var schema = JsonElement.Parse(File.ReadAllText(Path.Combine(folder, info.Contributes.Settings!)));
        var texts = Texts(info, schema);

        CultureInfo.CurrentUICulture = new("ru");

        Assert.NotEmpty(texts);
        Assert.All(Texts(info with { Name = info.Local(info.Name), Description = info.Local(info.Description!) }, info.Local(schema)), text =>
            Assert.Matches(@"\p{IsCyrillic}", text));
        Assert.Equal(texts.Order(), info.Locales["ru"].Keys.Order());
    }

    [Theory]
    [InlineData("ru-RU", "Опросы")]
    [InlineData("pt-BR", "Enquetes")]
    [InlineData("pt-PT", "Polls")]
    [InlineData("de", "Polls")]
    [InlineData("", "Polls")]
    public void The_nearest_language_is_taken_and_else_the_text_as_it_stands(string language, string name)
    {
        var info = ReadManifest.Parse(
            """
            { "id": "polls", "name": "Polls", "version": "1.0.0", "entry": "Polls.dll", "contract": "^0.1",
              "locales": { "ru": { "Polls": "Опросы" }, "pt-BR": { "Polls": "Enquetes" } } }
            """);

        CultureInfo.CurrentUICulture = new(language);

        Assert.Equal(name, info.Local(info.Name));
    }

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    private static HashSet<string> Texts(PluginInfo info, JsonElement schema)
    {
        var texts = new HashSet<string> { info.Name, info.Description! };
        foreach (var rules in schema.GetProperty("properties").EnumerateObject())
        {
            var hints = rules.Value.TryGetProperty("x-stogram", out var found) ? found : default;
            texts.UnionWith(new[] { rules.Value, hints }
                .Where(one => one.ValueKind == JsonValueKind.Object)
                .SelectMany(one => one.EnumerateObject())
                .Where(one => Told.Contains(one.Name))
                .Select(one => one.Value.GetString()!));
            if (hints.ValueKind == JsonValueKind.Object && hints.TryGetProperty("labels", out var labels))
            {
                texts.UnionWith(labels.EnumerateObject().Select(label => label.Value.GetString()!));
            }
        }

        return texts;
    }
}
