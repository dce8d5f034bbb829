using System.Text.RegularExpressions;
using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

/// <summary>Those of the existing cluster's version first, then the system's newest, then the npm package.</summary>
internal static partial class FindBinaries
{
    private const int Oldest = 15;

    public static async Task<PostgresBinaries> For(
        int? cluster, ClusterOptions options, ClusterOwner owner, CancellationToken cancellation)
    {
        var isRestricted = options.Folders.Count > 0;
        var system = await Usable(isRestricted ? options.Folders : await SystemFolders(cancellation), owner, cancellation);
        if (Best(system, cluster) is { } found)
        {
            return found;
        }

        var package = isRestricted ? null : NpmBinaries.Folder();
        var own = package is null ? [] : await Usable([package], owner: null, cancellation);
        return Best(own, cluster) is { } packaged
            ? await NpmBinaries.MakeEnterable(packaged, options, owner, cancellation)
            : throw Missing(cluster, options, [.. system, .. own]);
    }

    private static PostgresBinaries? Best(IEnumerable<PostgresBinaries> found, int? cluster) =>
        found
            .Where(binaries => cluster is { } major ? binaries.Version.Major == major : binaries.Version.Major >= Oldest)
            .MaxBy(binaries => binaries.Version);

    public static async Task<IEnumerable<string>> SystemFolders(CancellationToken cancellation)
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var configured = await Tool.Run(["pg_config", "--bindir"], cancellation);
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return versions
            .Select(version => Path.Combine(version, "bin"))
            .Concat(configured.Code == 0 ? [configured.Output] : [])
            .Concat(path)
            .Distinct();
    }

    private static async Task<List<PostgresBinaries>> Usable(
        IEnumerable<string> folders, ClusterOwner? owner, CancellationToken cancellation)
    {
        var usable = new List<PostgresBinaries>();
        foreach (var folder in folders.Where(folder => File.Exists(Path.Combine(folder, "initdb"))))
        {
            string[] ask = [Path.Combine(folder, "postgres"), "--version"];
            var (code, output) = await Tool.Run(owner?.Command(ask) ?? ask, cancellation);
            if (code == 0 && VersionPattern().Match(output) is { Success: true } version)
            {
                usable.Add(new PostgresBinaries(folder, Version.Parse(version.Value)));
            }
        }

        return usable;
    }

    private static StartupError Missing(int? cluster, ClusterOptions options, IReadOnlyList<PostgresBinaries> others)
    {
        var found = others.Count == 0 ? "none were found" : $"found only {string.Join(", ", others)}";
        return cluster is { } major
            ? new($"The cluster in {options.Data} was made by PostgreSQL {major}, but of its programs {found}: "
                + $"install postgresql-{major}.")
            : new($"PostgreSQL {Oldest} or newer is needed, but {found}: install postgresql, or run npm ci.");
    }

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+\.\d+")]
    private static partial Regex VersionPattern();
}
