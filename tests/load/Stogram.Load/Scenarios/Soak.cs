using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.Reports;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios;

/// <summary>Three minutes of talk among the pairs: what the server keeps must not grow with what was said.</summary>
internal static class Soak
{
    private const int Stretches = 7;

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        // A fresh one, whose memory holds nothing of earlier scenarios.
        await using var server = await StogramServer.Start(bench.Options.Program, [], cancellation);
        var seed = new Seed(server.Database);
        var people = await seed.People(bench.IsQuick ? 20 : 200, cancellation);
        await using var crowd = await Crowd.Gather(server.Venue, await seed.Chats(people, 2, cancellation), cancellation);
        var kept = new List<double>();
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            var loop = new ClosedLoop(crowd, crowd.Talkers, untilHeard: false);
            loop.Start();
            await Task.Delay(bench.Stretch * 9, cancellation);
            await loop.Stop(cancellation);
            kept.Add(server.Reachable());
            bench.Report.Measurements.Add(new("soak", $"after {crowd.Talkers.Sum(talker => (long)talker.Acknowledged):N0} messages")
            {
                Lost = crowd.Lost,
                Duplicates = crowd.Duplicates,
                Note = $"{kept[^1] / (1 << 20):N1} MB of objects in {server.Usage().Memory >> 20:N0} MB of memory",
            });
        }

        // From the second on: the first fills what is filled once.
        bench.Report.Ratios.Add(new("soak", "objects kept at the end / after the first minute", 1.05, false, [kept[^1] / kept[1]]));
    }
}
