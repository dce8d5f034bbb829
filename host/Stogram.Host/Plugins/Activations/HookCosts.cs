using System.Collections.Concurrent;
using System.Diagnostics;
using Stogram.Host.Plugins.Hooks;

namespace Stogram.Host.Plugins.Activations;

/// <param name="Times">How many of the last calls took how long, see <see cref="CallTimes"/>.</param>
/// <param name="Allocated">In bytes, of all calls and what they left running.</param>
/// <param name="Visits">How often anything of it came onto a thread.</param>
/// <param name="Inside">Calls that have not returned.</param>
internal sealed record HookCost(string Hook, long Calls, long Errors, long[] Times, long Allocated, long Visits, int Inside)
{
    /// <summary>In milliseconds; null where nothing was called lately.</summary>
    public double? Percentile(double share) => CallTimes.At(Times, share);

    /// <summary>Hook by hook, the slowest first.</summary>
    public static IReadOnlyList<HookCost> Sum(IEnumerable<HookCost> costs) =>
    [
        .. costs.GroupBy(cost => cost.Hook)
            .Select(hook => new HookCost(
                hook.Key, hook.Sum(one => one.Calls), hook.Sum(one => one.Errors), CallTimes.Sum(hook.Select(one => one.Times)),
                hook.Sum(one => one.Allocated), hook.Sum(one => one.Visits), hook.Sum(one => one.Inside)))
            .OrderByDescending(cost => cost.Percentile(0.95) ?? 0).ThenBy(cost => cost.Hook, StringComparer.Ordinal),
    ];
}

/// <summary>What calls into one plugin cost on this node since it was started, hook by hook.</summary>
internal sealed class HookCosts(string pluginId, TimeProvider time)
{
    // A plugin has some dozens; names that come from outside must not make more.
    private const int MostHooks = 200;

    private readonly ConcurrentDictionary<string, Samples> hooks = [];

    private readonly Samples others = new(time);

    public long Allocated => hooks.Values.Append(others).Sum(one => one.Allocated.Bytes);

    public bool IsInside => hooks.Values.Append(others).Any(one => Volatile.Read(ref one.Inside) > 0);

    /// <summary>From here on the caller runs in the plugin; until <see cref="Leave"/>, on whatever thread that is.</summary>
    public void Enter(string hook)
    {
        var samples = Of(hook);
        Interlocked.Increment(ref samples.Inside);
        samples.Allocated.Enter();
    }

    public void Leave(string hook) => Interlocked.Decrement(ref Of(hook).Inside);

    public void Add(string hook, TimeSpan took, bool failed)
    {
        Of(hook).Add(took.TotalMilliseconds, failed);
        var tags = new TagList { { "plugin", pluginId }, { "hook", hook } };
        PluginMetrics.Calls.Record(took.TotalMilliseconds, tags);
        if (failed)
        {
            PluginMetrics.Faults.Add(1, tags);
        }
    }

    public IReadOnlyList<HookCost> Read() => [.. hooks.Select(one => one.Value.Read(one.Key))];

    private Samples Of(string hook) =>
        hooks.TryGetValue(hook, out var samples) ? samples : hooks.Count < MostHooks ? hooks.GetOrAdd(hook, _ => new(time)) : others;

    private sealed class Samples(TimeProvider time)
    {
        public readonly Allocated Allocated = new();

        public int Inside;

        private readonly CallTimes times = new(time);

        private long calls;

        private long errors;

        public void Add(double milliseconds, bool failed)
        {
            times.Add(milliseconds);
            Interlocked.Increment(ref calls);
            Interlocked.Add(ref errors, failed ? 1 : 0);
        }

        public HookCost Read(string hook) =>
            new(hook, Interlocked.Read(ref calls), Interlocked.Read(ref errors), times.Read(), Allocated.Bytes, Allocated.Visits, Inside);
    }
}
