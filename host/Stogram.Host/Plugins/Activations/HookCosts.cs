using System.Collections.Concurrent;
using System.Diagnostics;
using Stogram.Host.Plugins.Hooks;

namespace Stogram.Host.Plugins.Activations;

/// <param name="P95">In milliseconds, of the last calls.</param>
/// <param name="Allocated">In bytes, of all calls and what they left running.</param>
/// <param name="Visits">How often anything of it came onto a thread.</param>
/// <param name="Inside">Calls that have not returned.</param>
internal sealed record HookCost(string Hook, long Calls, long Errors, double P50, double P95, double P99, long Allocated, long Visits, int Inside);

/// <summary>What calls into one plugin cost on this node since it was started, hook by hook.</summary>
internal sealed class HookCosts(string pluginId)
{
    // A plugin has some dozens; names that come from outside must not make more.
    private const int MostHooks = 200;

    private readonly ConcurrentDictionary<string, Samples> hooks = [];

    private readonly Samples others = new();

    public long Allocated => hooks.Values.Append(others).Sum(one => one.Allocated.Bytes);

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

    /// <summary>The slowest first.</summary>
    public IReadOnlyList<HookCost> Read() =>
        [.. hooks.Select(one => one.Value.Read(one.Key)).OrderByDescending(cost => cost.P95).ThenBy(cost => cost.Hook, StringComparer.Ordinal)];

    private Samples Of(string hook) =>
        hooks.TryGetValue(hook, out var samples) ? samples : hooks.Count < MostHooks ? hooks.GetOrAdd(hook, _ => new()) : others;

    private sealed class Samples
    {
        public readonly Allocated Allocated = new();

        public int Inside;

        private readonly float[] last = new float[256];

        private long calls;

        private long errors;

        public void Add(double milliseconds, bool failed)
        {
            lock (last)
            {
                last[calls++ % last.Length] = (float)milliseconds;
                errors += failed ? 1 : 0;
            }
        }

        public HookCost Read(string hook)
        {
            lock (last)
            {
                var sorted = last[..(int)Math.Min(calls, last.Length)];
                Array.Sort(sorted);
                return new(hook, calls, errors, At(sorted, 0.5), At(sorted, 0.95), At(sorted, 0.99), Allocated.Bytes, Allocated.Visits, Inside);
            }
        }

        private static double At(float[] sorted, double share) =>
            sorted.Length == 0 ? 0 : Math.Round(sorted[(int)Math.Ceiling(share * sorted.Length) - 1], 2);
    }
}
