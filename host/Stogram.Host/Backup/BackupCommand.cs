using System.CommandLine;
using System.Globalization;
using Npgsql;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

internal static class BackupCommand
{
    public const string Name = "backup";

    private static readonly Option<string> To = new("--to") { Description = "file or folder to write it to" };

    private static readonly Option<string> Check = new("--check") { Description = "check this backup instead of making one" };

    private static readonly Option<bool> NoCheck = new("--no-check") { Description = "do not restore it to see" };

    public static Command Describe() => new(Name, "Everything a server keeps, in one file.") { To, Check, NoCheck };

    public static async Task Run(ParseResult parsed, HostSettings settings, CancellationToken cancellation)
    {
        try
        {
            await (parsed.GetValue(Check) is { } existing
                ? CheckBackup.Run(settings, Path.GetFullPath(existing), cancellation)
                : MakeBackup.Run(
                    settings, Target(parsed.GetValue(To), DateTimeOffset.UtcNow), !parsed.GetValue(NoCheck), cancellation));
        }
        catch (IOException error) when (StartupError.IsDiskFull(error))
        {
            throw new StartupError(
                $"A disk is full, the one of the backup or the one of {settings.Data.Path}: make room, or choose another with --to.");
        }
        catch (NpgsqlException error)
        {
            throw new StartupError($"The database cannot be read: {error.Message.ReplaceLineEndings(" ")}");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new StartupError($"The backup cannot be written: {error.Message}");
        }
    }

    private static string Target(string? to, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"stogram-backup-{now:yyyyMMdd-HHmmss}.tar.gz");
        var target = Path.GetFullPath(to is null ? name : Directory.Exists(to) ? Path.Combine(to, name) : to);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new StartupError($"There is no folder {Path.GetDirectoryName(target)}.");
        }

        return !File.Exists(target) ? target : throw new StartupError($"{target} is there already: choose another name with --to.");
    }
}
