using Npgsql;
using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>The place a backup goes to: empty before, and empty again if it could not be restored.</summary>
internal static class RestoreTarget
{
    private static readonly string[] OfTheRestoring = ["lock", "log", "run"];

    public static void IsEmpty(DataFolder data)
    {
        if (!Directory.Exists(data.Path) || !Directory.EnumerateFileSystemEntries(data.Path).Any())
        {
            return;
        }

        if (File.Exists(data.At("lock")))
        {
            // Says so if a server runs on it, which is the more dangerous mistake.
            data.Hold().Dispose();
        }

        throw new StartupError(
            $"The folder {data.Path} is not empty: name a new one with --data, or move what is there away first.");
    }

    public static async Task IsEmpty(string connectionString, Manifest manifest, CancellationToken cancellation)
    {
        await CheckDatabase.IsUsable(connectionString, cancellation);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            select (select count(*) from pg_namespace
                where nspname not in ('public', 'information_schema') and nspname not like 'pg\_%')
              + (select count(*) from pg_class where relnamespace = to_regnamespace('public'))
            """,
            connection);
        if ((long)(await command.ExecuteScalarAsync(cancellation))! > 0)
        {
            throw new StartupError($"The database {connection.Database} is not empty: make a new one and name that.");
        }

        if (connection.PostgreSqlVersion.Major < manifest.Server)
        {
            throw new StartupError(
                $"The backup is of PostgreSQL {manifest.Server}, the database server is older ({connection.PostgreSqlVersion}).");
        }
    }

    /// <summary>To the disk at once: until here nothing waited for it. A scratch instance need not outlive the machine.</summary>
    public static Task Settle(DataFolder staging, bool isForGood) =>
        isForGood ? Tool.Run(["sync", "--file-system", staging.Path]) : Task.CompletedTask;

    public static void MoveIn(DataFolder staging, DataFolder data)
    {
        foreach (var entry in new DirectoryInfo(staging.Path).EnumerateFileSystemInfos())
        {
            if (!OfTheRestoring.Contains(entry.Name))
            {
                Directory.Move(entry.FullName, data.At(entry.Name));
            }
        }
    }

    public static void CleanUp(DataFolder data, bool isDone, bool isNew)
    {
        Directory.Delete(data.At(RestoreBackup.Staging), recursive: true);
        if (isDone)
        {
            return;
        }

        foreach (var entry in new DirectoryInfo(data.Path).EnumerateFileSystemInfos())
        {
            Delete(entry);
        }

        if (isNew)
        {
            Directory.Delete(data.Path);
        }
    }

    private static void Delete(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }
}
