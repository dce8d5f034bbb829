using System.Reflection;
using Stogram.Host.Postgres;
using Stogram.Core.Shared;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>
/// One file with everything a server keeps, of one moment, while it serves or not. It bears its name only when it is
/// whole and, unless told otherwise, has been restored once to see.
/// </summary>
internal static class MakeBackup
{
    /// <summary>Inside the data folder, so that files can be held by links.</summary>
    public const string Staging = "backup.part";

    public static async Task Run(HostSettings settings, string target, bool check, CancellationToken cancellation)
    {
        if (!File.Exists(settings.Data.At("keys/signing.key")))
        {
            throw new StartupError($"There is no Stogram in {settings.Data.Path}: name the data folder with --data.");
        }

        if (settings.KeysFolder is not null || settings.UploadsFolder is not null)
        {
            throw new StartupError(
                "Keys or uploads lie outside the data folder (Stogram__Keys__Folder, Stogram__Uploads__Folder): "
                + "back those folders and the database up with your own tools.");
        }

        var part = target + ".part";
        try
        {
            await Write(settings, part, cancellation);
            if (check)
            {
                await CheckBackup.Run(settings, part, cancellation);
            }

            File.Move(part, target);
            await Tool.Run(["sync", Path.GetDirectoryName(target)!], CancellationToken.None);
            Console.WriteLine($"The backup is {target} ({HumanSize.Of(new FileInfo(target).Length)}).");
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task Write(HostSettings settings, string part, CancellationToken cancellation)
    {
        await using var source = await SourceDatabase.Open(settings, Console.WriteLine, cancellation);
        var staging = new DataFolder(settings.Data.At(Staging));
        using (staging.TryHold() ?? throw new StartupError($"Another backup of {settings.Data.Path} is running."))
        {
            Clear(staging);
            try
            {
                await using var archive = new WriteArchive(part);
                using var links = await LinkedFiles.Begin(settings.Data, staging.At("files"), cancellation);
                var manifest = await Capture(settings, source, staging, links, cancellation);
                Console.WriteLine("Writing the archive.");
                await archive.Add(manifest, cancellation);
                await archive.AddFolder(WriteArchive.DataPrefix, links.Folder, cancellation);
                Console.WriteLine($"Files: {archive.Files}, with keys and plugins ({HumanSize.Of(archive.Bytes)}).");
                await AddDatabase(archive, manifest, staging, cancellation);
                await archive.Finish(cancellation);
            }
            finally
            {
                Directory.Delete(staging.Path, recursive: true);
            }
        }
    }

    private static async Task<Manifest> Capture(
        HostSettings settings, SourceDatabase source, DataFolder staging, LinkedFiles links, CancellationToken cancellation)
    {
        var programs = await Programs(settings, source, cancellation);
        // Before the snapshot, so that nothing comes along that it does not know.
        links.AddAll(cancellation);
        await using var copy = programs is null
            ? await CopyCluster.Run(settings, source.ConnectionString, staging, cancellation)
            : null;
        var connectionString = copy?.ConnectionString ?? source.ConnectionString;
        await using var snapshot = await Snapshot.Take(connectionString, cancellation);
        var missing = await links.Complete(snapshot.Files(cancellation));
        if (programs is not null)
        {
            var name = await snapshot.Export(cancellation);
            await programs.Dump(connectionString, name, staging.At(WriteArchive.DumpEntry), cancellation);
        }

        return await Describe(settings, programs, snapshot, missing, cancellation);
    }

    private static async Task<DumpPrograms?> Programs(
        HostSettings settings, SourceDatabase source, CancellationToken cancellation)
    {
        await using var snapshot = await Snapshot.Take(source.ConnectionString, cancellation);
        var programs = settings.ConnectionString == ""
            ? await DumpPrograms.Find(snapshot.Server, settings.PostgresFolders, cancellation)
            : await DumpPrograms.Need(snapshot.Server, settings.PostgresFolders, cancellation);
        Console.WriteLine(programs is null
            ? $"Copying the PostgreSQL {snapshot.Server} cluster of {settings.Data.Path}: there is no pg_dump for it."
            : $"Dumping the PostgreSQL {snapshot.Server} database with {programs.Folder}/pg_dump.");
        return programs;
    }

    private static async Task<Manifest> Describe(
        HostSettings settings,
        DumpPrograms? programs,
        Snapshot snapshot,
        HashSet<string> missing,
        CancellationToken cancellation)
    {
        var tables = await snapshot.Count(cancellation);
        Console.WriteLine($"Database: {tables.Values.Sum()} rows in {tables.Count} tables.");
        if (missing.Count > 0)
        {
            Console.WriteLine($"Warning: {missing.Count} files had been lost before this backup, {missing.First()} for one.");
        }

        if (await snapshot.Bucketed(cancellation) is (> 0, _) bucketed)
        {
            Console.WriteLine(
                $"Warning: {bucketed.Files} files ({HumanSize.Of(bucketed.Bytes)}) lie in the bucket and are not in this backup: "
                + "keep the bucket with its own versions or copies.");
        }

        return new Manifest(
            Manifest.NewestFormat,
            DateTimeOffset.UtcNow,
            typeof(MakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            programs is null ? DatabaseForm.Cluster : DatabaseForm.Dump,
            snapshot.Server,
            [.. await snapshot.Migrations(cancellation)],
            [.. await snapshot.Schemas(cancellation)],
            tables,
            [.. missing.Order(StringComparer.Ordinal)],
            Manifest.KeyId(settings.Data));
    }

    private static Task AddDatabase(
        WriteArchive archive, Manifest manifest, DataFolder staging, CancellationToken cancellation) =>
        manifest.Database == DatabaseForm.Cluster
            ? archive.AddFolder(WriteArchive.ClusterPrefix, staging.Cluster, cancellation)
            : archive.AddFile(WriteArchive.DumpEntry, staging.At(WriteArchive.DumpEntry), cancellation);

    /// <summary>Also of what a backup that was killed has left.</summary>
    private static void Clear(DataFolder staging)
    {
        foreach (var entry in new DirectoryInfo(staging.Path).EnumerateFileSystemInfos())
        {
            switch (entry)
            {
                case DirectoryInfo { LinkTarget: null } folder when folder.FullName != staging.Logs:
                    folder.Delete(recursive: true);
                    break;
                case FileInfo { Name: not "lock" }:
                    entry.Delete();
                    break;
            }
        }
    }
}
