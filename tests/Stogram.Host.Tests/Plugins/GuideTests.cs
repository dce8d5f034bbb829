using System.Text.RegularExpressions;
using Stogram.Testing;

namespace Stogram.Host.Tests.Plugins;

/// <summary>
/// <c>docs/write-a-plugin.md</c> is true: what it shows is built and tried by <see cref="TemplateTests"/>, and with the
/// plugins of the tests.
/// </summary>
public sealed partial class GuideTests
{
    private static readonly string[] Homes = [Repository.Path("plugin-template", "stogram-plugin"), Repository.Path()];

    [Fact]
    public void The_page_shows_files_as_they_are_and_the_manifest_settings_and_tables_whole()
    {
        var shown = Block().Matches(File.ReadAllText(Repository.Path("docs", "write-a-plugin.md")))
            .Select(block => (File: block.Groups["file"].Value, Text: block.Groups["text"].Value)).ToArray();

        Assert.All(shown, block => Assert.Contains(block.Text, Read(block.File)));
        Assert.All(
            new[] { "plugin.json", "settings.schema.json", "migrations/0001_init.sql", "Polls/Plugin.cs", "Polls/Polls.csproj" },
            file => Assert.Contains((file, Read(file)), shown));
    }

    private static string Read(string file) => File.ReadAllText(Homes.Select(home => Path.Combine(home, file)).First(File.Exists));

    [GeneratedRegex("^```[a-z]+ (?<file>\\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
