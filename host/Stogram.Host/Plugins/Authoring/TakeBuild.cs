using System.Text.Json.Nodes;
using Npgsql;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Plugins.Authoring;

/// <summary>
/// Makes a build the server's, as a version of its own that takes over from the one before. Whoever started the server
/// for it has agreed to what it wants.
/// </summary>
internal sealed class TakeBuild(
    PluginFolders folders, NpgsqlDataSource database, Catalog catalog, FollowCatalog follow, InstalledPlugins plugins, PluginStore store,
    Reconciler reconciler, TimeProvider time)
{
    private string? last;

    /// <summary>Null where it is what runs already.</summary>
    public async Task<InstalledPlugin?> Run(string folder, CancellationToken cancellation)
    {
        var package = ReadPackage.From(folder);
        if (package.Hash == last)
        {
            return null;
        }

        last = package.Hash;
        var (id, version) = (package.Info.Id, $"{package.Info.Version.Split('-')[0]}-dev.{time.GetUtcNow():yyyyMMddHHmmssfff}");
        Place(folder, Path.Combine(folders.Installed, id, version), version);
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            await catalog.Want(connection, id, version, package.Info.Permissions, cancellation);
        }

        await follow.Run(cancellation);
        var plugin = plugins.Find(id)!;
        await SwitchOn(plugin, cancellation);
        await reconciler.Run(plugin, cancellation);
        await ThrowAwayOld(id, cancellation);
        return plugin;
    }

    /// <summary>For the first organization, as soon as it has somebody; from then on its administrators decide.</summary>
    public async Task<bool> SwitchOn(InstalledPlugin plugin, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await Owner(connection, plugin.Id, cancellation) is not var (organizationId, ownerId))
        {
            return false;
        }

        await store.Switch(connection, organizationId, plugin.Wanted, true, ownerId, cancellation);
        return true;
    }

    private static async Task<(Guid OrganizationId, Guid Id)?> Owner(NpgsqlConnection connection, string pluginId, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            """
            select u.organization_id, u.id from core.users u
            where u.role = 'OWNER' and u.organization_id = (select id from core.organizations order by created_at, id limit 1)
              and not exists (select from core.organization_plugins o where o.organization_id = u.organization_id and o.plugin_id = $1)
            order by u.created_at limit 1
            """, pluginId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetGuid(0), reader.GetGuid(1)) : null;
    }

    private static void Place(string source, string target, string version)
    {
        CopyFolder.Run(source, target);
        var manifest = Path.Combine(target, "plugin.json");
        var json = JsonNode.Parse(File.ReadAllText(manifest))!;
        json["version"] = version;
        File.WriteAllText(manifest, json.ToJsonString());
    }

    private async Task ThrowAwayOld(string id, CancellationToken cancellation)
    {
        var entry = await catalog.Find(id, cancellation);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(folders.Installed, id), "*-dev.*")
            .Where(folder => Path.GetFileName(folder) is var version && version != entry?.Version && version != entry?.Previous))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
