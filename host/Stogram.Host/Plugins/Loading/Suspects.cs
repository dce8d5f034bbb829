using Stogram.Host.Plugins.Activations;
using Stogram.Host.Startup;

namespace Stogram.Host.Plugins.Loading;

/// <summary>What may hold the code of a plugin that is off, as far as can be seen: calls inside, and what they left running.</summary>
internal static class Suspects
{
    /// <param name="then">What its hooks had cost when it was off.</param>
    public static string Name(IReadOnlyList<HookCost> then, IReadOnlyList<HookCost> now, IReadOnlyList<string> risks)
    {
        var visits = then.ToDictionary(cost => cost.Hook, cost => cost.Visits);
        return (Hooks(now.Where(cost => cost.Inside > 0)), Hooks(now.Where(cost => cost.Visits > visits.GetValueOrDefault(cost.Hook)))) switch
        {
            ({ Length: > 0 } inside, _) => $"{inside} did not return. Restart node {Node.DefaultName} to free its thread.",
            (_, { Length: > 0 } running) =>
                $"what {running} started still runs, a timer or a task. Its author must end that in StopAsync; a restart of node {Node.DefaultName} ends it, too.",
            _ when risks.Count > 0 =>
                $"nothing of it runs, but it uses {string.Join(", ", risks)}, which may refer to it for as long as the server runs. The memory is back when node {Node.DefaultName} restarts.",
            _ => "nothing of it runs, but something refers to it: an event of a class that is not its own, a thread that waits, "
                + $"a finalizer that does not end, or a cache. Its author finds more under \"Leaving memory\" in write-a-plugin.md; the memory is back when node {Node.DefaultName} restarts.",
        };
    }

    private static string Hooks(IEnumerable<HookCost> costs) => string.Join(", ", costs.Select(cost => cost.Hook));
}
