using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.Reports;

namespace Stogram.Load.Scenarios;

/// <summary>
/// 200 people in groups of 50 talk at a rising rate, until one delivery in a hundred takes more than 250 ms. The
/// highest rate that held counts.
/// </summary>
internal static class Groups
{
    private const double Limit = 250;

    private const int Size = 50;

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        var people = await bench.Seed.People(bench.IsQuick ? 100 : 200, cancellation);
        var cast = await bench.Seed.Chats(people, Size, cancellation);
        await using var stogram = await Crowd.Gather(bench.Stogram.Venue, cast, cancellation);
        await using var signalR = await Crowd.Gather(bench.Bare.Hub, cast, cancellation);
        var ratios = new List<double>();
        for (var round = 0; round < Math.Min(bench.Rounds, 3); round++)
        {
            var ours = await Rise(bench, stogram, cancellation);
            var theirs = await Rise(bench, signalR, cancellation);
            bench.Report.Measurements.AddRange([ours, theirs]);
            ratios.Add(ours.DeliveriesPerSecond!.Value / theirs.DeliveriesPerSecond!.Value);
        }

        bench.Report.Ratios.Add(new("groups", "deliveries / bare SignalR broadcast", 0.5, true, [.. ratios]));
    }

    private static async Task<Measurement> Rise(Bench bench, Crowd crowd, CancellationToken cancellation)
    {
        var best = new Measurement("groups", crowd.Venue.Name) { PerSecond = 0, DeliveriesPerSecond = 0, Note = "not even 200 per second" };
        var (rate, growth) = (200.0, 1.5);
        // Once a rate fails, smaller steps from the last that held.
        while (growth > 1.04)
        {
            // Twice, because a neighbour that wakes up at the wrong moment is no limit of the server.
            var step = await Step(bench, crowd, (int)rate, cancellation) ?? await Step(bench, crowd, (int)rate, cancellation);
            Console.WriteLine($"  {crowd.Venue.Name} {rate:N0}/s {(step is null ? "does not hold" : $"p99 {step.Delivered!.P99} ms")}");
            (best, growth) = step is null ? (best, Math.Sqrt(growth)) : (step, growth);
            rate = Math.Max(best.PerSecond!.Value, 100) * growth;
            if (bench.IsQuick && step is not null)
            {
                break;
            }
        }

        return best with { Lost = crowd.Lost, Duplicates = crowd.Duplicates };
    }

    /// <summary>Null where the rate did not hold.</summary>
    private static async Task<Measurement?> Step(Bench bench, Crowd crowd, int rate, CancellationToken cancellation)
    {
        var meter = crowd.Meter = new();
        var talk = new SteadyRate(crowd, rate);
        var patience = TimeSpan.FromSeconds(1);
        var held = await talk.Talk(bench.Stretch / 2, patience, cancellation);
        var before = crowd.Venue.Usage();
        meter.Start();
        held = held && await talk.Talk(bench.Stretch, patience, cancellation);
        meter.Stop();
        var used = crowd.Venue.Usage() - before;
        await crowd.Settle(cancellation);
        return held && meter.DeliveryTimes.P99 <= Limit
            ? new Measurement("groups", crowd.Venue.Name)
            {
                PerSecond = rate,
                DeliveriesPerSecond = Measurement.Round(meter.Deliveries / meter.Seconds),
                Answered = meter.Acknowledgements,
                Delivered = meter.DeliveryTimes,
            }.WithCost(used, meter.Messages)
            : null;
    }
}
