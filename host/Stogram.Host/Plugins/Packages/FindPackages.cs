using Stogram.Host.Plugins.Manifests;

namespace Stogram.Host.Plugins.Packages;

/// <summary>The newest version of each installed plugin.</summary>
internal sealed class FindPackages(PluginFolders folders, ILogger<FindPackages> log)
{
    public IReadOnlyList<PluginPackage> Run() =>
        [.. Directory.EnumerateDirectories(folders.Installed).Order(StringComparer.Ordinal)
            .Select(Newest).OfType<PluginPackage>()];

    private PluginPackage? Newest(string plugin) =>
        Directory.EnumerateDirectories(plugin).Where(folder => !folder.EndsWith(".new", StringComparison.Ordinal))
            .Select(Read).OfType<PluginPackage>()
            .OrderByDescending(package => SemanticVersion.Parse(package.Info.Version)).FirstOrDefault();

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
