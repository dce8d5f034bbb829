using Stogram.Host.Plugins.Manifests;

namespace Stogram.Host.Plugins.Packages;

/// <summary>The packages in this node's folder.</summary>
internal sealed class FindPackages(PluginFolders folders, ILogger<FindPackages> log)
{
    public IReadOnlyList<string> Ids() =>
        [.. Directory.EnumerateDirectories(folders.Installed).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public PluginPackage? Find(string pluginId, string version)
    {
        var folder = Path.Combine(folders.Installed, pluginId, version);
        return Directory.Exists(folder) ? Read(folder) : null;
    }

    public IReadOnlyList<PluginPackage> All(string pluginId)
    {
        var folder = Path.Combine(folders.Installed, pluginId);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Where(version => !version.EndsWith(".new", StringComparison.Ordinal))
                .Select(Read).OfType<PluginPackage>()
                .OrderByDescending(package => SemanticVersion.Parse(package.Info.Version))]
            : [];
    }

    private PluginPackage? Read(string folder)
    {
        try
        {
            return ReadPackage.From(folder);
        }
        catch (ManifestException e)
        {
            log.LogError("The plugin in {Folder} is passed over: {Faults}", folder, e.Message);
            return null;
        }
    }
}
