using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Manifests;

namespace Stogram.Host.Plugins.Packages;

/// <summary>The packages that operators uploaded, in the database that all nodes share; and their way into this node's folder.</summary>
internal sealed class PackageVault(NpgsqlDataSource database, PluginFolders folders, TimeProvider time, ILogger<PackageVault> log)
{
    private readonly ConcurrentDictionary<(string PluginId, string Version), (byte[] Digest, ManifestException Why)> broken = [];

    private readonly Lock placing = new();

    /// <summary>Looks at it whole, in a folder that is gone afterwards.</summary>
    public static PluginPackage Look(byte[] zip)
    {
        var package = Read(Directory.CreateTempSubdirectory("stogram-package-").FullName, zip);
        Directory.Delete(package.Folder, recursive: true);
        return package;
    }

    /// <summary>False where another package of that name and version is there already: a version never changes.</summary>
    public async Task<bool> Keep(NpgsqlConnection connection, PluginPackage package, byte[] zip, byte[]? signature, Guid by, CancellationToken cancellation)
    {
        // A signature is of one zip: the same files zipped anew come with their own.
        await using var command = connection.Command(
            """
            insert into core.plugin_packages as p (plugin_id, version, hash, zip, uploaded_by, uploaded_at, signature) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (plugin_id, version) do update
            set zip = case when $7 is null then p.zip else excluded.zip end, signature = coalesce($7, p.signature)
            where p.hash = $3
            """, package.Info.Id, package.Info.Version, package.Hash, zip, by, time.GetUtcNow());
        command.Parameters.Add(new() { Value = (object?)signature ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>
    /// Into this node's folder of that version. Null where nobody uploaded it; raised where it cannot be used, which is
    /// remembered for as long as it is the same file.
    /// </summary>
    public async Task<PluginPackage?> Unpack(string pluginId, string version, CancellationToken cancellation)
    {
        var known = broken.GetValueOrDefault((pluginId, version));
        await using var command = database.Command(
            "select digest, case when digest = $3 then null else zip end from core.plugin_packages where plugin_id = $1 and version = $2",
            pluginId, version, known.Digest ?? []);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return null;
        }

        return reader.IsDBNull(1) ? throw known.Why : Unpack(pluginId, version, reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1));
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

    /// <summary>Which versions of it were uploaded, each with its signature; null where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, PackageSignature?>> Versions(string pluginId, CancellationToken cancellation)
    {
        await using var command = database.Command("select version, digest, signature from core.plugin_packages where plugin_id = $1", pluginId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var versions = new Dictionary<string, PackageSignature?>();
        while (await reader.ReadAsync(cancellation))
        {
            versions.Add(
                reader.GetString(0), reader.IsDBNull(2) ? null : new(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)));
        }

        return versions;
    }

    private PluginPackage Unpack(string pluginId, string version, byte[] digest, byte[] zip)
    {
        var target = Path.Combine(folders.Installed, pluginId, version);
        try
        {
            var half = Directory.CreateDirectory($"{target}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.new").FullName;
            return Place(Read(half, zip), target);
        }
        catch (ManifestException e)
        {
            broken[(pluginId, version)] = (digest, e);
            log.LogError("Plugin {Plugin} {Version} cannot be unpacked: {Faults}", pluginId, version, e.Message);
            throw;
        }
    }

    /// <summary>Where two unpack at once, both get what the first has put there: it may be loaded by then.</summary>
    private PluginPackage Place(PluginPackage package, string target)
    {
        lock (placing)
        {
            if (Directory.Exists(target) && HashFolder.Of(target) == package.Hash)
            {
                Directory.Delete(package.Folder, recursive: true);
            }
            else
            {
                if (Directory.Exists(target))
                {
                    // Left by a package of the same version that was thrown away; none of it is loaded, or it would be found.
                    Directory.Delete(target, recursive: true);
                }

                Directory.Move(package.Folder, target);
            }
        }

        return package with { Folder = target };
    }

    /// <summary>Unpacked into that folder, which is gone where it cannot be used.</summary>
    private static PluginPackage Read(string folder, byte[] zip)
    {
        try
        {
            UnpackZip.Into(folder, new MemoryStream(zip));
            return ReadPackage.From(folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
