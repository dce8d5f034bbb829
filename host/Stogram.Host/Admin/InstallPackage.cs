using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>
/// Makes a version of a plugin the server's: the first one, a newer or an older one. Somebody with the password agrees to
/// what it wants beyond what was agreed to before.
/// </summary>
internal sealed class InstallPackage(
    StogramContext db, ProvePassword prove, AuditLog audit, Catalog catalog, FindPackages find, PackageVault vault, DemandSignature demand, KnownMigrations migrations,
    PluginStore store, FollowCatalog follow, InstalledPlugins plugins, Reconciler reconciler, ListPackages list)
{
    public async Task<Outcome<ServerPluginView>> Run(Caller caller, string id, InstallPluginRequest request, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if ((await prove.Run(caller, "password", request.Password!)).Refusal is { } wrong)
        {
            return wrong;
        }

        var entry = await catalog.Find(id, cancellation);
        var (package, broken) = await Package(id, request.Version!, cancellation);
        if (package is null)
        {
            return broken ?? Refusal.NotFound;
        }

        if (await Refuse(package, entry, request, cancellation) is { } no)
        {
            return no;
        }

        await Want(caller, package, entry, cancellation);
        await store.Notify(id, cancellation);
        // From here on it is the server's, whether or not the operator waits for the answer.
        await Settle(id).WaitAsync(cancellation);
        return (await list.View(id, await catalog.Find(id, cancellation), cancellation))!;
    }

    private async Task<(PluginPackage? Package, Refusal? Broken)> Package(string id, string version, CancellationToken cancellation)
    {
        try
        {
            return (find.Find(id, version) ?? await vault.Unpack(id, version, cancellation), null);
        }
        catch (ManifestException e)
        {
            return (null, Refusal.Invalid("version", e.Message));
        }
    }

    private async Task<Refusal?> Refuse(PluginPackage package, CatalogEntry? entry, InstallPluginRequest request, CancellationToken cancellation)
    {
        if (await demand.Run(package.Info, cancellation) is { } unsigned)
        {
            return unsigned;
        }

        if (ListPackages.Missing(package, entry).Except(request.Permissions!).ToArray() is { Length: > 0 } missing)
        {
            return Refusal.Invalid("permissions", $"Not agreed to: {string.Join(", ", missing)}.");
        }

        // Uninstalled with its data kept, it may meet tables of a later version, too.
        return await migrations.Unknown(package, cancellation) is { } file && (ListPackages.IsOlder(package, entry) || entry is { Removed: true })
            ? Refusal.Conflict($"{package.Info.Version} does not know {file}, which a later version has run: its tables are not what this one expects.")
            : null;
    }

    private async Task Want(Caller caller, PluginPackage package, CatalogEntry? entry, CancellationToken cancellation)
    {
        var (id, version, permissions) = (package.Info.Id, package.Info.Version, package.Info.Permissions);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var released = await catalog.Want(await db.Connection(cancellation), id, version, permissions, cancellation);
        var granted = ListPackages.Missing(package, entry);
        if (entry is not { Removed: false } || entry.Version != version || granted.Count > 0 || released is not null)
        {
            await audit.Write(caller, PluginDeeds.Installed(package, entry is { Removed: false } ? entry.Version : null, granted, released), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private async Task Settle(string id)
    {
        await follow.Run(CancellationToken.None);
        if (plugins.Find(id) is { } plugin)
        {
            await reconciler.Run(plugin, CancellationToken.None);
        }
    }
}
