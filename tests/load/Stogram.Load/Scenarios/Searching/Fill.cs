using System.Diagnostics;
using Stogram.Load.Reports;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios.Searching;

/// <summary>Search is switched on where a million messages were said: it works half of the time and rests the other half.</summary>
internal static class Fill
{
    public static async Task Run(Bench bench, StogramServer server, SearchIndex index, Archive archive, CancellationToken cancellation)
    {
        var before = server.Usage();
        var since = Stopwatch.GetTimestamp();
        await index.Switch(true, cancellation);
        await index.CatchUp(cancellation);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var used = server.Usage() - before;
        await new Seed(server.Database).TidyUp(cancellation);
        bench.Report.Measurements.Add(new Measurement("search", "filling the index")
        {
            PerSecond = Measurement.Round(archive.Messages / seconds),
            Note = $"{await Size(server, "plugin_search.documents", cancellation) / archive.Messages:N0} bytes per message, beside {await Size(server, "core.messages", cancellation) / archive.Messages:N0} of the message itself",
        }.WithCost(used, archive.Messages));
    }

    private static async Task<long> Size(StogramServer server, string table, CancellationToken cancellation)
    {
        await using var command = server.Database.CreateCommand($"select pg_total_relation_size('{table}')");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
