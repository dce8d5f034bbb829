using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>
/// Brings this node's list of plugins to what the catalog says: fetches packages it does not have yet, and forgets
/// those that were uninstalled once nothing of them runs here.
/// </summary>
internal sealed class FollowCatalog(
    Catalog catalog, InstallBundled install, FindPackages find, PackageVault vault, InstalledPlugins plugins, PluginFolders folders, BootJournal journal, PluginStore store, ILogger<FollowCatalog> log)
{
    private readonly HashSet<string> missing = [];

    private readonly HashSet<string> bundled = [];

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>At start: what came with the server, and what somebody put into its folder.</summary>
    public async Task Begin(CancellationToken cancellation)
    {
        foreach (var newest in install.Run().GroupBy(package => package.Info.Id).Select(Newest))
        {
            bundled.Add(newest.Info.Id);
            await catalog.Offer(newest, cancellation);
        }

        var known = (await catalog.Read(cancellation)).Select(entry => entry.Id).ToHashSet();
        foreach (var id in find.Ids().Where(id => !known.Contains(id)))
        {
            if (find.All(id) is [var newest, ..] && newest.Info.Id == id)
            {
                await catalog.Offer(newest, cancellation);
            }
        }

        foreach (var (id, reason) in journal.Open())
        {
            log.LogError("Plugin {Plugin} is quarantined: {Reason}", id, reason);
            await store.Quarantine(id, reason, cancellation);
        }

        await Run(cancellation);
    }

    public async Task Run(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await Follow(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Follow(CancellationToken cancellation)
    {
        foreach (var entry in await catalog.Read(cancellation))
        {
            var plugin = plugins.Find(entry.Id);
            if (entry.Removed)
            {
                Forget(plugin);
            }
            else if (plugin?.Wanted.Info.Version != entry.Version && await Package(entry, cancellation) is { } package)
            {
                Want(plugin, package);
            }
        }
    }

    private static PluginPackage Newest(IEnumerable<PluginPackage> packages) =>
        packages.MaxBy(package => SemanticVersion.Parse(package.Info.Version))!;

    private void Want(InstalledPlugin? plugin, PluginPackage package)
    {
        if (plugin is null)
        {
            plugins.Add(new(package));
        }
        else
        {
            plugin.Wanted = package;
            plugin.FailedAt = null;
        }
    }

    private void Forget(InstalledPlugin? plugin)
    {
        if (plugin is not { Activation: null })
        {
            return;
        }

        plugins.Remove(plugin);
        // Files that are mapped into the process stay, and what came with the server, to be installed again.
        var folder = Path.Combine(folders.Installed, plugin.Id);
        if (!bundled.Contains(plugin.Id) && plugin.Left.TrueForAll(one => !one.IsAlive) && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<PluginPackage?> Package(CatalogEntry entry, CancellationToken cancellation)
    {
        try
        {
            var package = find.Find(entry.Id, entry.Version) ?? await vault.Unpack(entry.Id, entry.Version, cancellation);
            if (package is null && missing.Add($"{entry.Id} {entry.Version}"))
            {
                log.LogError("Plugin {Plugin} {Version} is not on this node, and nobody uploaded it", entry.Id, entry.Version);
            }

            return package;
        }
        catch (ManifestException)
        {
            // The vault has said so in the log.
            return null;
        }
    }
}
