using Stogram.Load.Reports;
using Stogram.Load.Scenarios.Troubles;

namespace Stogram.Load.Scenarios;

/// <summary>
/// Two organizations talk on one server, in one of them with a plugin that misbehaves whenever something is said. What
/// counts is how long the others wait, beside what they waited just before and just after with the plugin off.
/// </summary>
internal static class BadPlugins
{
    private const double Target = 1.2;

    private static readonly Trouble Off = new("plugin off", "none", "none", IsTakenOut: false);

    private static readonly Trouble[] Troubles =
    [
        new("throws", "throw", "every hook", IsTakenOut: true),
        new("sleeps 10 s", "sleep", "every hook", IsTakenOut: true),
        new("holds its threads 1.5 s", "block", "every hook", IsTakenOut: true),
        new("events pile up", "dawdle", "handle", IsTakenOut: false),
    ];

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        await using var town = await TwoOrganizations.Gather(bench, cancellation);
        var rounds = Troubles.ToDictionary(trouble => trouble, _ => new List<(double Others, double Beside)>());
        var before = await Talk(bench, town, Off, cancellation);
        for (var round = 0; round < bench.Rounds; round++)
        {
            foreach (var trouble in Troubles)
            {
                await town.SwitchOn(trouble, cancellation);
                var on = await Talk(bench, town, trouble, cancellation);
                await town.SwitchOff(cancellation);
                var after = await Talk(bench, town, Off, cancellation);
                rounds[trouble].Add((Slower(on.Others, before.Others, after.Others), Slower(on.Beside, before.Beside, after.Beside)));
                before = after;
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

    private static async Task<(Measurement Others, Measurement Beside)> Talk(
        Bench bench, TwoOrganizations town, Trouble trouble, CancellationToken cancellation)
    {
        var measured = await town.Talk(trouble, cancellation);
        bench.Report.Measurements.AddRange([measured.Others, measured.Beside]);
        return measured;
    }

    private static double Slower(Measurement on, Measurement before, Measurement after) =>
        on.Answered!.P99 / Math.Sqrt(before.Answered!.P99 * after.Answered!.P99);
}
