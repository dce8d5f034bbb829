using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>Restores a backup into a place of its own, compares, and leaves nothing behind.</summary>
internal static class CheckBackup
{
    public static async Task Run(HostSettings settings, string file, CancellationToken cancellation)
    {
        Console.WriteLine("Checking: restoring into a scratch instance.");
        var scratch = Directory.CreateTempSubdirectory("stogram-check-");
        try
        {
            var elsewhere = settings with { Data = new DataFolder(scratch.FullName), ConnectionString = "" };
            var restored = await RestoreBackup.Run(elsewhere, file, keepUploads: false, cancellation);
            var manifest = restored.Manifest;
            Console.WriteLine(
                $"Checked: {restored.Files} files fit their checksums, {manifest.Tables.Values.Sum()} rows in "
                + $"{manifest.Tables.Count} tables are all there, every message has its number, every uploaded file is held, "
                + $"the keys are the server's. It was made {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC.");
        }
        catch (Exception error) when (error is StartupError { IsAboutSpace: true } || (error is IOException full && StartupError.IsDiskFull(full)))
        {
            throw new StartupError(
                $"The disk of {Path.GetTempPath()} is full: name a folder with more room in TMPDIR, or leave the check out with --no-check.");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
