using System.Security.Cryptography;
using Npgsql;
using Stogram.Host.Plugins.Data;

namespace Stogram.Host.Plugins.Packages;

/// <summary>The packages that operators uploaded, in the database that all nodes share; and their way into this node's folder.</summary>
internal sealed class PackageVault(NpgsqlDataSource database, PluginFolders folders, TimeProvider time)
{
    /// <summary>Looks at it whole, in a folder that is gone afterwards.</summary>
    public PluginPackage Look(byte[] zip)
    {
        var folder = Directory.CreateTempSubdirectory("stogram-package-").FullName;
        UnpackZip.Into(folder, new MemoryStream(zip));
        try
        {
            return ReadPackage.From(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>False where another package of that name and version is there already: a version never changes.</summary>
    public async Task<bool> Keep(PluginPackage package, byte[] zip, string? signedBy, Guid by, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            insert into core.plugin_packages as p (plugin_id, version, hash, zip, uploaded_by, uploaded_at, signed_by) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (plugin_id, version) do update set signed_by = coalesce($7, p.signed_by) where p.hash = $3
            """, package.Info.Id, package.Info.Version, package.Hash, zip, by, time.GetUtcNow(), (object?)signedBy ?? DBNull.Value);
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>Into this node's folder of that version. Null where nobody uploaded it.</summary>
    public async Task<PluginPackage?> Unpack(string pluginId, string version, CancellationToken cancellation)
    {
        await using var command = database.Command("select zip from core.plugin_packages where plugin_id = $1 and version = $2", pluginId, version);
        if (await command.ExecuteScalarAsync(cancellation) is not byte[] zip)
        {
            return null;
        }

        var target = Path.Combine(folders.Installed, pluginId, version);
        var half = Directory.CreateDirectory($"{target}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.new").FullName;
        UnpackZip.Into(half, new MemoryStream(zip));
        if (Directory.Exists(target))
        {
            // Left by a package of the same version that was thrown away; none of it is loaded, or it would be found.
            Directory.Delete(target, recursive: true);
        }

        Directory.Move(half, target);
        return ReadPackage.From(target);
    }

    public async Task<IReadOnlyList<string>> Ids(CancellationToken cancellation)
    {
        await using var command = database.Command("select distinct plugin_id from core.plugin_packages");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    /// <summary>Which versions of it were uploaded, and who signed each; null where nobody did.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> Versions(string pluginId, CancellationToken cancellation)
    {
        await using var command = database.Command("select version, signed_by from core.plugin_packages where plugin_id = $1", pluginId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var versions = new Dictionary<string, string?>();
        while (await reader.ReadAsync(cancellation))
        {
            versions.Add(reader.GetString(0), reader.Text(1));
        }

        return versions;
    }
}
