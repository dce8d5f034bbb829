using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.Reports;

namespace Stogram.Load.Scenarios;

/// <summary>One room with 1,000 people online; eight of them talk, each again when everybody has heard them.</summary>
internal static class BigRoom
{
    private const int Speakers = 8;

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        var people = await bench.Seed.People(bench.IsQuick ? 50 : 1000, cancellation);
        var cast = await bench.Seed.Chats(people, people.Length, cancellation);
        await using var stogram = await Crowd.Gather(bench.Stogram.Venue, cast, cancellation);
        await using var signalR = await Crowd.Gather(bench.Bare.Hub, cast, cancellation);
        await using var sockets = await Crowd.Gather(bench.Bare.Sockets, cast, cancellation);
        var (broadcast, byHand) = (new List<double>(), new List<double>());
        for (var round = 0; round < bench.Rounds; round++)
        {
            var ours = await Talk(bench, stogram, cancellation);
            var theirs = await Talk(bench, signalR, cancellation);
            var bare = await Talk(bench, sockets, cancellation);
            bench.Report.Measurements.AddRange([ours, theirs, bare]);
            broadcast.Add(ours.DeliveriesPerSecond!.Value / theirs.DeliveriesPerSecond!.Value);
        }

        bench.Report.Ratios.Add(new("bigroom", "deliveries / bare SignalR broadcast", 0.85, true, [.. broadcast]));
    }

    private static Task<Measurement> Talk(Bench bench, Crowd crowd, CancellationToken cancellation) => Conversation.Measure(
        bench, crowd, "bigroom", new ClosedLoop(crowd, [.. crowd.Talkers.Take(Speakers)], untilHeard: true), cancellation);
}
