using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.Reports;

namespace Stogram.Load.Scenarios;

/// <summary>People who talk in a closed loop at one place, measured for a stretch at a time, or for as long as something else takes.</summary>
internal static class Conversation
{
    public static async Task<Measurement> Measure(
        Bench bench, Crowd crowd, string scenario, ClosedLoop loop, CancellationToken cancellation, Func<Task>? meanwhile = null)
    {
        var meter = crowd.Meter = new();
        loop.Start();
        await Rehearse(bench, crowd, cancellation);
        var before = crowd.Venue.Usage();
        meter.Start();
        await (meanwhile?.Invoke() ?? Task.Delay(bench.Stretch, cancellation));
        meter.Stop();
        var used = crowd.Venue.Usage() - before;
        await loop.Stop(cancellation);
        return new Measurement(scenario, crowd.Venue.Name)
        {
            PerSecond = Measurement.Round(meter.Messages / meter.Seconds),
            DeliveriesPerSecond = Measurement.Round(meter.Deliveries / meter.Seconds),
            Answered = meter.Acknowledgements,
            Delivered = meter.DeliveryTimes,
            Lost = crowd.Lost,
            Duplicates = crowd.Duplicates,
        }.WithCost(used, meter.Messages);
    }

    private static async Task Rehearse(Bench bench, Crowd crowd, CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + TimeSpan.FromMinutes(1);
        await Task.Delay(bench.Stretch / 2, cancellation);
        while (crowd.Deliveries < bench.Rehearsal && DateTime.UtcNow < until)
        {
            await Task.Delay(100, cancellation);
        }
    }
}
