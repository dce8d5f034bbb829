using System.Text.RegularExpressions;
using Stogram.Host.Postgres;

namespace Stogram.Host.Plugins.Authoring;

/// <summary>Has the SDK build the plugin into a package, as its author would.</summary>
internal sealed partial class BuildPlugin(DevPlugin plugin)
{
    private bool isRestored;

    /// <summary>The package's folder, or null: then its author has been told what is wrong.</summary>
    /// <param name="into">An empty folder.</param>
    /// <param name="saved">What has been saved since, by names below the plugin's folder; null for the first time.</param>
    public async Task<string?> Run(string into, IReadOnlySet<string>? saved, CancellationToken cancellation)
    {
        if (plugin.BuiltWeb is { } web && saved?.All(file => !file.StartsWith("web/", StringComparison.Ordinal)) is not true
            && !await Do(["npm", "--prefix", web, "run", "--silent", "build"], cancellation))
        {
            return null;
        }

        isRestored &= saved?.Any(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets") is false;
        string[] skip = isRestored ? ["--no-restore"] : [];
        // What is not compiled is only packed anew; and nobody uploads what is only tried.
        string[] only = isRestored && saved?.All(file => Path.GetExtension(file) is not ".cs") is true ? ["-t:PackPlugin"] : [];
        isRestored = await Do(
            [
                "env", $"PluginPackages={into}/", "dotnet", "build", plugin.Project, "-c", "Release", "-v", "quiet", "-nologo", "-clp:NoSummary",
                "-p:ZipPlugin=false", "-p:RunAnalyzersDuringBuild=false", .. skip, .. only,
            ], cancellation);
        if (!isRestored)
        {
            return null;
        }

        var manifest = Directory.EnumerateFiles(into, "plugin.json", SearchOption.AllDirectories).FirstOrDefault();
        return Path.GetDirectoryName(manifest) ?? throw new IOException("The build makes no package. Does its project reference Stogram.Plugins?");
    }

    private async Task<bool> Do(string[] command, CancellationToken cancellation)
    {
        var (code, output) = await Tool.Run(command, cancellation);
        if (code != 0)
        {
            plugin.Say(string.Join('\n', output.Split('\n').Select(Short).Distinct()));
        }

        return code == 0;
    }

    private string Short(string line) => Project().Replace(line, "").Replace($"{plugin.Folder}/", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\s\[[^\]]+\.csproj[^\]]*\]$")]
    private static partial Regex Project();
}
