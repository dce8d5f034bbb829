using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.References;
using Stogram.Load.Reports;

namespace Stogram.Load.Scenarios;

/// <summary>200 people in 100 private chats, each of whom says the next thing as soon as the last is acknowledged.</summary>
internal static class Pairs
{
    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        var people = await bench.Seed.People(bench.IsQuick ? 20 : 200, cancellation);
        var cast = await bench.Seed.Chats(people, 2, cancellation);
        await using var stogram = await Crowd.Gather(bench.Stogram.Venue, cast, cancellation);
        await using var signalR = await Crowd.Gather(bench.Bare.Hub, cast, cancellation);
        var commits = new Commits(bench.Stogram.Database);
        await commits.Prepare(cancellation);
        var (single, echo) = (new List<double>(), new List<double>());
        for (var round = 0; round < bench.Rounds; round++)
        {
            var ours = await Talk(bench, stogram, cancellation);
            var theirs = await Talk(bench, signalR, cancellation);
            var alone = await commits.Single(bench.Stretch, cancellation);
            bench.Report.Measurements.AddRange(
            [
                ours, theirs,
                new("pairs", "1-row commits") { PerSecond = Measurement.Round(alone) },
                new("pairs", "100-row commits") { PerSecond = Measurement.Round(await commits.Hundred(bench.Stretch, cancellation)) },
            ]);
            single.Add(ours.PerSecond!.Value / alone);
            echo.Add(ours.PerSecond!.Value / theirs.PerSecond!.Value);
        }

        await CheckStored.Run(bench, stogram, cancellation);
        bench.Report.Ratios.Add(new("pairs", "durable sends / single-row commits", 1.0, true, [.. single]));
        bench.Report.Ratios.Add(new("pairs", "durable sends / bare SignalR echo", 0.35, true, [.. echo]));
    }

    private static Task<Measurement> Talk(Bench bench, Crowd crowd, CancellationToken cancellation) => Conversation.Measure(
        bench, crowd, "pairs", new ClosedLoop(crowd, crowd.Talkers, untilHeard: false), cancellation);
}
