using Npgsql;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

internal sealed class ListPackages(Catalog catalog, FindPackages find, PackageVault vault, Publishers publishers, NpgsqlDataSource database)
{
    public async Task<Outcome<ServerPluginView[]>> Run(Caller caller, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var entries = (await catalog.Read(cancellation)).ToDictionary(entry => entry.Id);
        var views = new List<ServerPluginView>();
        foreach (var id in entries.Keys.Union(await vault.Ids(cancellation)).Order(StringComparer.Ordinal))
        {
            if (await View(id, entries.GetValueOrDefault(id), cancellation) is { } view)
            {
                views.Add(view);
            }
        }

        return views.ToArray();
    }

    /// <summary>Null where nothing of it is left.</summary>
    public async Task<ServerPluginView?> View(string id, CatalogEntry? entry, CancellationToken cancellation)
    {
        var uploaded = await vault.Versions(id, cancellation);
        var packages = await Packages(id, uploaded.Keys, cancellation);
        var installed = entry is { Removed: false } ? entry.Version : null;
        var (hasData, organizations) = await Traces(id, cancellation);
        return packages.Count == 0 && installed is null && !hasData
            ? null
            : new(
                id, (packages.FirstOrDefault(one => one.Info.Version == installed) ?? packages.FirstOrDefault())?.Info is { } info ? info.Local(info.Name) : id, installed,
                [.. packages.Select(package => Of(package, entry, uploaded))], installed is null ? [] : await Nodes(id, cancellation), organizations,
                entry?.Failed, entry?.FailedReason, hasData);
    }

    public static bool IsOlder(PluginPackage package, CatalogEntry? entry) =>
        entry is { Removed: false } && SemanticVersion.Parse(package.Info.Version).CompareTo(SemanticVersion.Parse(entry.Version)) < 0;

    /// <summary>What it wants that nobody has agreed to yet.</summary>
    public static IReadOnlyList<string> Missing(PluginPackage package, CatalogEntry? entry) =>
        [.. package.Info.Permissions.Except(entry is { Removed: false } ? entry.Permissions : [])];

    private PackageView Of(PluginPackage package, CatalogEntry? entry, IReadOnlyDictionary<string, PackageSignature?> uploaded)
    {
        var info = package.Info;
        var signature = uploaded.GetValueOrDefault(info.Version);
        return new(
            info.Version, info.Local(info.Name), info.Local(info.Description), entry is { Removed: false } && entry.Version == info.Version,
            IsOlder(package, entry), uploaded.ContainsKey(info.Version), signature is not null, publishers.WhoSigned(signature), info.Permissions,
            Missing(package, entry), info.Contributes, package.LeakRisks, package.Hash);
    }

    private async Task<IReadOnlyList<PluginPackage>> Packages(string id, IEnumerable<string> uploaded, CancellationToken cancellation)
    {
        var here = find.All(id).ToList();
        foreach (var version in uploaded.Except(here.Select(one => one.Info.Version)))
        {
            try
            {
                here.Add((await vault.Unpack(id, version, cancellation))!);
            }
            catch (ManifestException)
            {
                // The vault has said so in the log.
            }
        }

        return [.. here.OrderByDescending(one => SemanticVersion.Parse(one.Info.Version))];
    }

    private async Task<(bool HasData, int Organizations)> Traces(string id, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select exists (select from pg_namespace where nspname = $2),
              (select count(*)::int from core.organization_plugins where plugin_id = $1 and enabled)
            """, id, PluginNames.Schema(id));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetBoolean(0), reader.GetInt32(1));
    }

    private async Task<IReadOnlyList<PluginNodeView>> Nodes(string id, CancellationToken cancellation)
    {
        await using var command = database.Command(
            "select node, version, state, reason, since from core.plugin_nodes where plugin_id = $1 order by since desc limit 50", id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var nodes = new List<PluginNodeView>();
        while (await reader.ReadAsync(cancellation))
        {
            nodes.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.Text(3),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return nodes;
    }
}
