using System.Globalization;

namespace Stogram.Load.Servers;

/// <summary>What processes have used, from /proc: processor seconds of the server and of its database, apart.</summary>
internal readonly record struct Usage(double Server, double Database, long Memory)
{
    private const double TicksPerSecond = 100;

    public static Usage operator -(Usage later, Usage sooner) =>
        new(later.Server - sooner.Server, later.Database - sooner.Database, later.Memory - sooner.Memory);

    public static Usage Of(int server, int? postmaster = null) =>
        new(Self(Fields(server)!), postmaster is { } database ? Tree(database) : 0, Anonymous(server));

    /// <summary>With the processes it has started and outlived: a connection is a process, and may have ended since.</summary>
    private static double Tree(int root) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? Fields(id) : null)
        .Where(fields => fields is not null && (fields[0] == root || fields[2] == root))
        .Sum(fields => Self(fields!) + ((fields![14] + fields[15]) / TicksPerSecond));

    private static double Self(long[] fields) => (fields[12] + fields[13]) / TicksPerSecond;

    /// <summary>From the third on, field N of proc(5) is at N - 2: the name is left out.</summary>
    private static long[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var rest = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return [process, .. rest.Select(word => long.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    private static long Anonymous(int process) => File.ReadLines($"/proc/{process}/status")
        .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
        .Single();
}
