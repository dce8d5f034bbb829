using System.CommandLine;
using Npgsql;
using Stogram.Core.Shared;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

internal static class RestoreCommand
{
    public const string Name = "restore";

    private static readonly Argument<string> From = new("file") { Description = "a backup" };

    public static Command Describe() => new(Name, "Makes a data folder from a backup.") { From };

    public static async Task Run(ParseResult parsed, HostSettings settings, CancellationToken cancellation)
    {
        var restored = await Restore(settings, Path.GetFullPath(parsed.GetValue(From)!), cancellation);
        Console.WriteLine(
            $"Restored {restored.Files} files ({HumanSize.Of(restored.Bytes)} with the database) and "
            + $"{restored.Manifest.Tables.Values.Sum()} rows as of {restored.Manifest.MadeAt:yyyy-MM-dd HH:mm} UTC.");
        Console.WriteLine($"Start it with ./stogram run --data {settings.Data.Path}");
    }

    private static async Task<Unpacked> Restore(HostSettings settings, string file, CancellationToken cancellation)
    {
        try
        {
            return await RestoreBackup.Run(settings, file, keepUploads: true, cancellation);
        }
        catch (IOException error) when (StartupError.IsDiskFull(error))
        {
            throw StartupError.DiskFull(settings.Data.Path);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or NpgsqlException)
        {
            throw new StartupError($"The backup cannot be restored: {error.Message.ReplaceLineEndings(" ")}");
        }
    }
}
