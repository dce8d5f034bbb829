using Stogram.Load.People;
using Stogram.Load.Reports;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios;

/// <summary>5,000 connections that say nothing: what one of them weighs, and what they cost while nothing happens.</summary>
internal static class Idle
{
    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        var count = bench.IsQuick ? 200 : 5000;
        // Fresh ones: what a server remembers of earlier scenarios is no connection's weight.
        await using var stogram = await StogramServer.Start(bench.Options.Program, [], cancellation);
        await using var bare = await BareServer.Start(bench.Options.Program, cancellation);
        var seed = new Seed(stogram.Database);
        var first = await seed.Chats(await seed.People(count / 10, cancellation), 2, cancellation);
        var rest = await seed.Chats(await seed.People(count, cancellation), 2, cancellation);
        var ours = await Weigh(bench, stogram.Venue, first, rest, cancellation);
        var theirs = await Weigh(bench, bare.Hub, first, rest, cancellation);
        bench.Report.Measurements.AddRange([ours, theirs]);
        bench.Report.Ratios.Add(new(
            "idle", "memory / bare SignalR connection", 1.3, false,
            [ours.KilobytesPerConnection!.Value / theirs.KilobytesPerConnection!.Value]));
    }

    private static async Task<Measurement> Weigh(Bench bench, Venue venue, Cast first, Cast rest, CancellationToken cancellation)
    {
        // The first ones bring in the code and the pools, which are no connection's own.
        await using var warm = await Crowd.Gather(venue, first, cancellation);
        await Task.Delay(bench.Stretch * 5, cancellation);
        var before = venue.Usage();
        await using var crowd = await Crowd.Gather(venue, rest, cancellation);
        await Task.Delay(bench.Stretch * 5, cancellation);
        var connected = venue.Usage();
        await Task.Delay(bench.Stretch * 5, cancellation);
        var idle = venue.Usage() - connected;
        return new("idle", venue.Name)
        {
            KilobytesPerConnection = Measurement.Round((connected - before).Memory / 1024.0 / rest.People.Count),
            Note = $"{rest.People.Count:N0} connections cost {idle.Server / (bench.Stretch * 5).TotalSeconds:P2} of a processor",
        };
    }
}
