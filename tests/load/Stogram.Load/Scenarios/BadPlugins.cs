using Stogram.Load.Reports;
using Stogram.Load.Scenarios.Troubles;

namespace Stogram.Load.Scenarios;

/// <summary>
/// Two organizations talk on one server, in one of them with a plugin that misbehaves whenever something is said. What
/// counts is how long the others wait, beside what they waited in the same round with the plugin off.
/// </summary>
internal static class BadPlugins
{
    private const double Target = 1.2;

    private static readonly Trouble Off = new("plugin off", "none", "none", IsTakenOut: false);

    private static readonly Trouble[] Troubles =
    [
        new("throws", "throw", "message", IsTakenOut: true),
        new("sleeps 10 s", "sleep", "message", IsTakenOut: true),
        new("holds its threads 1.5 s", "block", "message", IsTakenOut: true),
        new("events pile up", "dawdle", "handle", IsTakenOut: false),
    ];

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        await using var town = await TwoOrganizations.Gather(bench, cancellation);
        var rounds = Troubles.ToDictionary(trouble => trouble, _ => new List<(double Others, double Beside)>());
        for (var round = 0; round < bench.Rounds; round++)
        {
            var off = await town.Talk(Off, cancellation);
            bench.Report.Measurements.AddRange([off.Others, off.Beside]);
            foreach (var trouble in Troubles)
            {
                await town.SwitchOn(trouble, cancellation);
                var on = await town.Talk(trouble, cancellation);
                await town.SwitchOff(cancellation);
                bench.Report.Measurements.AddRange([on.Others, on.Beside]);
                rounds[trouble].Add((Slower(on.Others, off.Others), Slower(on.Beside, off.Beside)));
            }
        }

        foreach (var trouble in Troubles)
        {
            bench.Report.Ratios.Add(new(
                "badplugins", $"p99 of others, {trouble.What} / off", Target, false, [.. rounds[trouble].Select(ratio => ratio.Others)]));
        }

        var behind = Troubles.Single(trouble => !trouble.IsTakenOut);
        bench.Report.Ratios.Add(new(
            "badplugins", $"p99 beside it, {behind.What} / off", Target, false, [.. rounds[behind].Select(ratio => ratio.Beside)]));
    }

    private static double Slower(Measurement on, Measurement off) => on.Answered!.P99 / off.Answered!.P99;
}
