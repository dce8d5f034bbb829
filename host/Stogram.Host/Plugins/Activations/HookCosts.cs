using System.Collections.Concurrent;
using System.Diagnostics;
using Stogram.Host.Plugins.Hooks;

namespace Stogram.Host.Plugins.Activations;

/// <param name="P95">In milliseconds, of the last calls.</param>
internal sealed record HookCost(string Hook, long Calls, long Errors, double P50, double P95, double P99);

/// <summary>What calls into one plugin cost on this node since it was started, hook by hook.</summary>
internal sealed class HookCosts(string pluginId)
{
    // A plugin has some dozens; names that come from outside must not make more.
    private const int MostHooks = 200;

    private readonly ConcurrentDictionary<string, Samples> hooks = [];

    public void Add(string hook, TimeSpan took, bool failed)
    {
        if (hooks.TryGetValue(hook, out var samples) || (hooks.Count < MostHooks && hooks.TryAdd(hook, samples = new())))
        {
            samples!.Add(took.TotalMilliseconds, failed);
        }

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

    private sealed class Samples
    {
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
                return new(hook, calls, errors, At(sorted, 0.5), At(sorted, 0.95), At(sorted, 0.99));
            }
        }

        private static double At(float[] sorted, double share) =>
            sorted.Length == 0 ? 0 : Math.Round(sorted[(int)Math.Ceiling(share * sorted.Length) - 1], 2);
    }
}
