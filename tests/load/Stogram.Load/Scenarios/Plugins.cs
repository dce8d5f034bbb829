using System.Net.Http.Json;
using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.Reports;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios;

/// <summary>
/// The pairs talk on a server without plugins, on one where they are installed and off, and where an interceptor that
/// does nothing is on. What counts is the processor time of server and database per message, which says more than the
/// rate: the client's share is not in it.
/// </summary>
internal static class Plugins
{
    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        await using var without = await StogramServer.Start(bench.Options.Program, ["--no-plugins"], cancellation);
        await using var with = await StogramServer.Start(bench.Options.Program, [], cancellation);
        using var owner = await with.SignUpOwner(cancellation);
        await using var alone = await Gather(bench, without, cancellation);
        await using var crowd = await Gather(bench, with, cancellation);
        var (off, on) = (new List<double>(), new List<double>());
        for (var round = 0; round < bench.Rounds; round++)
        {
            var none = await Talk(bench, alone, "no plugins", cancellation);
            var idle = await Talk(bench, crowd, "plugins off", cancellation);
            await Switch(owner, true, cancellation);
            var asked = await Talk(bench, crowd, "no-op interceptor on", cancellation);
            await Switch(owner, false, cancellation);
            bench.Report.Measurements.AddRange([none, idle, asked]);
            off.Add(Cost(idle) / Cost(none));
            on.Add(Cost(asked) / Cost(idle));
        }

        bench.Report.Ratios.Add(new("plugins", "cost with plugins off / without plugins", 1.01, false, [.. off]));
        bench.Report.Ratios.Add(new("plugins", "cost with a no-op interceptor / off", 1.03, false, [.. on]));
    }

    private static double Cost(Measurement measured) => measured.ServerSeconds!.Value + measured.DatabaseSeconds!.Value;

    private static async Task<Crowd> Gather(Bench bench, StogramServer server, CancellationToken cancellation)
    {
        var seed = new Seed(server.Database);
        var people = await seed.People(bench.IsQuick ? 20 : 200, cancellation);
        return await Crowd.Gather(server.Venue, await seed.Chats(people, 2, cancellation), cancellation);
    }

    private static async Task<Measurement> Talk(Bench bench, Crowd crowd, string what, CancellationToken cancellation)
    {
        var loop = new ClosedLoop(crowd, crowd.Talkers, untilHeard: false);
        return await Conversation.Measure(bench, crowd, "plugins", loop, cancellation) with { What = what };
    }

    private static async Task Switch(HttpClient owner, bool enabled, CancellationToken cancellation)
    {
        var answer = await owner.PutAsJsonAsync("/api/admin/plugins/bystander", new { enabled }, cancellation);
        var state = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
        if (enabled && !state.Contains("RUNNING", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The plugin does not run: {state}");
        }
    }
}
