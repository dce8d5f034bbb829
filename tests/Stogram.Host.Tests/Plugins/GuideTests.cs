using System.Text.RegularExpressions;
using Stogram.Testing;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary><c>docs/write-a-plugin.md</c> is true: its plugin is built, and does what the page says.</summary>
[Collection(AloneCollection.Name)]
public sealed partial class GuideTests
{
    private static readonly string Plugin = Repository.Path("tests", "plugins", "Stogram.Greeter");

    [Fact]
    public void The_page_shows_every_file_of_its_plugin_as_it_is()
    {
        var shown = Block().Matches(File.ReadAllText(Repository.Path("docs", "write-a-plugin.md")))
            .ToDictionary(block => block.Groups["file"].Value.Replace("Stogram.Greeter/", ""), block => block.Groups["text"].Value);
        var built = Directory.EnumerateFiles(Plugin, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Plugin, file))
            .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Plugin, file)));

        Assert.Equal(built.Keys.Order(), shown.Keys.Order());
        Assert.All(built, file => Assert.Equal(file.Value, shown[file.Key]));
    }

    [Fact]
    public async Task Its_plugin_does_what_the_page_says()
    {
        using var plugins = PluginFolder.With("greeter");
        await using var server = await TestServer.Start(plugins.Path);
        using var ada = await server.SignUp("ada");
        using var stranger = await server.SignUp("bo");
        var chat = await ada.Group("atrium");
        await ada.On("greeter");
        await using (var hub = await ada.Connect())
        {
            await ada.Send(chat, "Hello");
            Assert.Equal(1, (int)(await hub.Next("greeter:counted"))["messages"]!);
            Assert.Equal(1, (int)(await hub.Dispatch("greeter:count", new { chatId = chat })).Data["messages"]!);
            Assert.Equal("VALIDATION_FAILED", (await hub.Dispatch("greeter:count", new { chatId = 1 })).Code);
        }

        Assert.Equal(1, (int)(await ada.Get($"/api/greeter/{chat}")).Data["messages"]!);
        Assert.Equal("NOT_FOUND", (await stranger.Get($"/api/greeter/{chat}")).Code);
        Assert.Equal("WORD_REFUSED", (string?)(await ada.Send(chat, "What a bother")).Details!["code"]);
        await ada.Put("/api/admin/plugins/greeter/settings", new { word = "rain" });
        Assert.Equal(201, (await ada.Send(chat, "What a bother")).Status);
        Assert.Equal("WORD_REFUSED", (string?)(await ada.Send(chat, "Rain again")).Details!["code"]);

        await ada.Switch("greeter", false);

        await ada.Until("greeter", "UNLOADED");
        Assert.Equal(201, (await ada.Send(chat, "Rain again")).Status);
    }

    [GeneratedRegex("^```[a-z]+ (?<file>\\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
