using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;
using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>PostgreSQL's own pg_dump and pg_restore. They serve databases that are not newer than themselves.</summary>
internal sealed partial record DumpPrograms(string Folder, int Major)
{
    public static async Task<DumpPrograms?> Find(
        int atLeast, IReadOnlyList<string> folders, CancellationToken cancellation)
    {
        var searched = folders.Count > 0 ? folders : await FindBinaries.SystemFolders(cancellation);
        DumpPrograms? best = null;
        foreach (var folder in searched.Where(folder => File.Exists(Path.Combine(folder, "pg_dump"))))
        {
            var (code, output) = await Tool.Run([Path.Combine(folder, "pg_dump"), "--version"], cancellation);
            if (code == 0 && MajorIn(output) is { } major && major >= atLeast && major > (best?.Major ?? 0))
            {
                best = new DumpPrograms(folder, major);
            }
        }

        return best;
    }

    public static async Task<DumpPrograms> Need(
        int atLeast, IReadOnlyList<string> folders, CancellationToken cancellation) =>
        await Find(atLeast, folders, cancellation)
        ?? throw new StartupError(
            $"pg_dump and pg_restore of PostgreSQL {atLeast} or newer are needed: install postgresql-client-{atLeast}.");

    public Task Dump(string database, string? snapshot, string to, CancellationToken cancellation) =>
        Run(
            "pg_dump", database,
            ["--format=custom", $"--file={to}", .. snapshot is null ? Array.Empty<string>() : [$"--snapshot={snapshot}"]],
            cancellation);

    public Task Restore(string database, string from, IEnumerable<string> options, CancellationToken cancellation) =>
        Run(
            "pg_restore", database,
            ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-comments", .. options, from],
            cancellation);

    private async Task Run(string program, string database, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            Path.Combine(Folder, program), ["--no-password", $"--dbname={Address(database)}", .. arguments])
        {
            RedirectStandardError = true,
        };
        // Not among the arguments, which everybody on the machine can read.
        start.Environment["PGPASSWORD"] = new NpgsqlConnectionStringBuilder(database).Password;
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        await using var _ = cancellation.Register(process.Kill);
        var errors = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            throw errors.Contains("No space left on device")
                ? new IOException("No space left on device", StartupError.NoSpaceLeft)
                : new StartupError($"{program} failed: {errors.Split('\n')[0]}");
        }
    }

    private static string Address(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var ssl = given.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };
        var parts = new Dictionary<string, string?>
        {
            ["host"] = given.Host,
            ["port"] = given.Port.ToString(),
            ["dbname"] = given.Database ?? given.Username,
            ["user"] = given.Username,
            ["sslmode"] = ssl,
            ["sslrootcert"] = given.RootCertificate,
        };
        return string.Join(' ', parts.Where(part => part.Value is not null).Select(part => $"{part.Key}={Quote(part.Value!)}"));
    }

    private static string Quote(string value) => $"'{value.Replace(@"\", @"\\").Replace("'", @"\'")}'";

    private static int? MajorIn(string output) =>
        VersionPattern().Match(output) is { Success: true } found ? int.Parse(found.Value) : null;

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+")]
    private static partial Regex VersionPattern();
}
