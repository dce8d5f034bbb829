using Stogram.Host.Plugins.Manifests;

namespace Stogram.Host.Plugins.Packages;

/// <summary>
/// Copies the packages that came with the server into the data folder, one folder per version. Runs at start, before
/// any plugin is loaded: overwriting an assembly that is mapped into the process ends the process.
/// </summary>
internal sealed class InstallBundled(PluginFolders folders, ILogger<InstallBundled> log)
{
    /// <summary>What came with the server.</summary>
    public IReadOnlyList<PluginPackage> Run()
    {
        Directory.CreateDirectory(folders.Installed);
        // Nobody else is at it: one server has one data folder. What was not whole when the last one ended stays so.
        foreach (var half in Directory.EnumerateDirectories(folders.Installed).SelectMany(plugin => Directory.EnumerateDirectories(plugin, "*.new")).ToArray())
        {
            Directory.Delete(half, recursive: true);
        }

        return [.. Manifests(folders.Bundled).Select(manifest => Install(Path.GetDirectoryName(manifest)!)).OfType<PluginPackage>()];
    }

    private static IEnumerable<string> Manifests(string? folder) =>
        folder is not null && Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateDirectories)
                .Select(version => Path.Combine(version, "plugin.json")).Where(File.Exists).Order(StringComparer.Ordinal)
            : [];

    private PluginPackage? Install(string source)
    {
        try
        {
            var package = ReadPackage.From(source);
            var target = Path.Combine(folders.Installed, package.Info.Id, package.Info.Version);
            if (!Directory.Exists(target) || HashFolder.Of(target) != package.Hash)
            {
                Copy(source, target);
                log.LogInformation("Installed plugin {Plugin} {Version}", package.Info.Id, package.Info.Version);
            }

            return package with { Folder = target };
        }
        catch (ManifestException e)
        {
            log.LogError("The plugin in {Folder} is not installed: {Faults}", source, e.Message);
            return null;
        }
    }

    // Renamed when whole, so that a half-copied package is never loaded.
    private static void Copy(string source, string target)
    {
        var half = $"{target}.new";
        CopyFolder.Run(source, half);

        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.Move(half, target);
    }
}
