using Npgsql;
using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>
/// Copies the files of a running cluster by PostgreSQL's backup protocol, for servers without pg_dump, and recovers the
/// copy where it lies: what is archived afterwards needs no recovery and is known to start.
/// </summary>
internal static class CopyCluster
{
    // What a server makes anew, or what belongs to the original alone: their folders are kept, empty.
    private static readonly string[] Emptied =
        ["pg_wal", "pg_replslot", "pg_stat_tmp", "pg_notify", "pg_dynshmem", "pg_subtrans", "pg_serial", "pg_snapshots"];

    /// <summary>For a cluster that is made anew should the machine stop.</summary>
    public static readonly string[] NotDurable = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

    public static async Task<EmbeddedCluster> Run(
        HostSettings settings, string connectionString, DataFolder staging, CancellationToken cancellation)
    {
        await Copy(settings.Data.Cluster, connectionString, staging.Cluster, cancellation);
        File.Copy(settings.Data.At("postgres.password"), staging.At("postgres.password"), overwrite: true);
        (await ClusterOwner.Find(cancellation)).OwnTree(staging.Cluster);
        return await EmbeddedCluster.Start(
            new ClusterOptions(staging.Path, settings.PostgresFolders) { Server = NotDurable }, cancellation);
    }

    private static async Task Copy(string cluster, string connectionString, string target, CancellationToken cancellation)
    {
        var session = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        await using var connection = new NpgsqlConnection(session.ConnectionString);
        await connection.OpenAsync(cancellation);
        // Keeps the log from the start of the copy on; goes with the connection, however that ends.
        await Ask(connection, "select pg_create_physical_replication_slot('stogram_backup_' || pg_backend_pid(), true, true)", cancellation);
        await Ask(connection, "select pg_backup_start('stogram', fast => true)", cancellation);
        CopyTree(cluster, target, cancellation);
        var label = await Ask(connection, "select labelfile from pg_backup_stop(wait_for_archive => false)", cancellation);
        await File.WriteAllTextAsync(Path.Combine(target, "backup_label"), (string)label!, cancellation);
        foreach (var log in Directory.EnumerateFiles(Path.Combine(cluster, "pg_wal")))
        {
            CopyFile(log, Path.Combine(target, "pg_wal", Path.GetFileName(log)));
        }
    }

    private static void CopyTree(string cluster, string target, CancellationToken cancellation)
    {
        Directory.CreateDirectory(target, ClusterFolder.OwnerOnly);
        foreach (var entry in new DirectoryInfo(cluster).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(cluster, entry.FullName);
            if (IsLeftOut(name))
            {
                continue;
            }

            if (entry is DirectoryInfo)
            {
                Directory.CreateDirectory(Path.Combine(target, name), ClusterFolder.OwnerOnly);
            }
            else
            {
                CopyFile(entry.FullName, Path.Combine(target, name));
            }
        }
    }

    private static bool IsLeftOut(string name) =>
        name is "postmaster.pid" or "postmaster.opts"
        || Path.GetFileName(name).StartsWith("pgsql_tmp", StringComparison.Ordinal)
        || (name.Contains('/') && Emptied.Contains(name.Split('/')[0]));

    private static void CopyFile(string from, string to)
    {
        try
        {
            File.Copy(from, to);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // A table dropped meanwhile: the log that is copied afterwards says so, too.
        }
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
