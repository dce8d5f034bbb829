using System.Collections.Concurrent;
using Stogram.Host.Plugins.Manifests;

namespace Stogram.Host.Plugins.Packages;

/// <summary>The packages in this node's folder. One that lies there unchanged is read and hashed once.</summary>
internal sealed class FindPackages(PluginFolders folders, ILogger<FindPackages> log)
{
    private readonly ConcurrentDictionary<string, (string Stamp, PluginPackage? Package)> known = [];

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
        var stamp = Stamp(folder);
        if (!known.TryGetValue(folder, out var read) || read.Stamp != stamp)
        {
            known[folder] = read = (stamp, Look(folder));
        }

        return read.Package;
    }

    private static string Stamp(string folder) => string.Join('\n', new DirectoryInfo(folder)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));

    private PluginPackage? Look(string folder)
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
