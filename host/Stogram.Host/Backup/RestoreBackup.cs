using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>Makes a data folder, and where one is named a database, from a backup: all of it or nothing.</summary>
internal static class RestoreBackup
{
    /// <summary>Inside the new data folder until everything has been compared.</summary>
    public const string Staging = "restore.part";

    public static async Task<Unpacked> Run(
        HostSettings settings, string file, bool keepUploads, CancellationToken cancellation)
    {
        RestoreTarget.IsEmpty(settings.Data);
        var manifest = await new ReadArchive(file).Manifest(cancellation);
        RestoredDatabase.IsKnown(manifest);
        var programs = await Programs(settings, manifest, cancellation);
        var isNew = !Directory.Exists(settings.Data.Path);
        var isDone = false;
        using var held = settings.Data.Hold();
        try
        {
            var staging = new DataFolder(settings.Data.At(Staging));
            using (staging.Hold())
            {
                var unpacked = await new ReadArchive(file).Unpack(staging.Path, keepUploads, cancellation);
                await RestoreDatabase(settings, staging, unpacked, programs, cancellation);
                cancellation.ThrowIfCancellationRequested();
                await RestoreTarget.Settle(staging, keepUploads);
                RestoreTarget.MoveIn(staging, settings.Data);
                isDone = true;
                return unpacked;
            }
        }
        finally
        {
            RestoreTarget.CleanUp(settings.Data, isDone, isNew);
        }
    }

    /// <summary>Told before anything is written: null where the cluster's files are taken as they are.</summary>
    private static async Task<DumpPrograms?> Programs(
        HostSettings settings, Manifest manifest, CancellationToken cancellation)
    {
        if (settings.ConnectionString != "")
        {
            await RestoreTarget.IsEmpty(settings.ConnectionString, manifest, cancellation);
        }

        return manifest.Database == DatabaseForm.Cluster && settings.ConnectionString == ""
            ? null
            : await DumpPrograms.Need(manifest.Server, settings.PostgresFolders, cancellation);
    }

    private static async Task RestoreDatabase(
        HostSettings settings, DataFolder staging, Unpacked unpacked, DumpPrograms? programs, CancellationToken cancellation)
    {
        var (form, isExternal) = (unpacked.Manifest.Database, settings.ConnectionString != "");
        var dump = staging.At(WriteArchive.DumpEntry);
        await using var cluster = isExternal && form == DatabaseForm.Dump
            ? null
            : await StartCluster(settings, staging, form, cancellation);
        if (isExternal && form == DatabaseForm.Cluster)
        {
            await programs!.Dump(cluster!.ConnectionString, null, dump, cancellation);
        }

        var target = isExternal ? settings.ConnectionString : cluster!.ConnectionString;
        try
        {
            if (programs is not null)
            {
                await RestoreDump.Run(programs, target, dump, unpacked.Manifest, cancellation);
            }

            await using var restored = new RestoredDatabase(target, staging);
            await restored.Compare(unpacked, cancellation);
            await restored.BringUpToDate(cancellation);
        }
        catch when (isExternal)
        {
            await RestoreDump.Undo(target, unpacked.Manifest);
            throw;
        }
        finally
        {
            File.Delete(dump);
        }
    }

    private static async Task<EmbeddedCluster> StartCluster(
        HostSettings settings, DataFolder staging, DatabaseForm form, CancellationToken cancellation)
    {
        if (form == DatabaseForm.Cluster)
        {
            var owner = await ClusterOwner.Find(cancellation);
            File.SetUnixFileMode(staging.Cluster, ClusterFolder.OwnerOnly);
            owner.OwnTree(staging.Cluster);
        }

        var options = new ClusterOptions(staging.Path, settings.PostgresFolders) { Server = CopyCluster.NotDurable };
        return await EmbeddedCluster.Start(options, cancellation);
    }
}
