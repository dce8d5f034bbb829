using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Hooks;

namespace Stogram.Host.Plugins.State;

/// <param name="Most">Bytes that the server's memory may grow by within a minute because of one plugin.</param>
internal sealed record PluginMemory(long Most)
{
    public const int DefaultMegabytes = 512;
}

/// <summary>
/// Looks whether the server's memory has grown a lot, and for whom. Garbage is nobody's fault: only where one plugin has
/// allocated most of the growth is it collected and looked at again; what is still there then is held.
/// </summary>
internal sealed class WatchMemory(InstalledPlugins plugins, PluginMemory memory, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // What the server itself comes to hold over hours is not counted against whoever has made much garbage meanwhile.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // Everything waits for a collection: where one found nothing, the next takes its time.
    private const int Rest = 50;

    private readonly Dictionary<HookCosts, long> told = [];

    private Mark mark = new(0, 0, []);

    private long restUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }

    // Nothing of a plugin may live on in a method that waits.
    private void Look()
    {
        Activation[] running = [.. plugins.Activations.Where(one => !one.IsOut)];
        Count(running);
        var held = GC.GetTotalMemory(forceFullCollection: false);
        if (held <= mark.Held || time.GetElapsedTime(mark.At) > Window)
        {
            mark = Take(running, held);
        }
        else if (held - mark.Held > memory.Most && time.GetTimestamp() > restUntil && Suspect(running, held - mark.Held) is not null)
        {
            Collect(running);
        }
    }

    private void Collect(Activation[] running)
    {
        var began = time.GetTimestamp();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        var took = time.GetElapsedTime(began);
        var held = GC.GetTotalMemory(forceFullCollection: false);
        var grown = held - mark.Held;
        if (grown > memory.Most && Suspect(running, grown) is { } culprit)
        {
            culprit.Guard.TakeOut(
                $"It allocated {HumanSize.Of(Since(culprit))} in {Math.Ceiling(time.GetElapsedTime(mark.At).TotalSeconds)} s, most of it in {Most(culprit)}, and kept it: "
                + $"the server's memory grew by {HumanSize.Of(grown)}. Leave it off until its author has bounded what it keeps, "
                + $"or allow for more than {HumanSize.Of(memory.Most)} with Stogram__Plugins__MemoryMegabytes.");
        }
        else
        {
            restUntil = began + (long)(took.TotalSeconds * Rest * time.TimestampFrequency);
        }

        mark = Take(running, held);
    }

    /// <summary>The one that has allocated more than half of it; of several, as others made garbage, the one whose amount fits.</summary>
    private Activation? Suspect(Activation[] running, long grown) =>
        running.Where(one => Since(one) > grown / 2).MinBy(one => Math.Abs(Since(one) - grown));

    private long Since(Activation one) => one.Costs.Allocated - mark.Allocated.GetValueOrDefault(one.Costs);

    private static string Most(Activation one) => one.Costs.Read().MaxBy(cost => cost.Allocated)?.Hook ?? "no call of the server's";

    private Mark Take(Activation[] running, long held) =>
        new(held, time.GetTimestamp(), running.ToDictionary(one => one.Costs, one => one.Costs.Allocated));

    private void Count(Activation[] running)
    {
        foreach (var one in running)
        {
            var allocated = one.Costs.Allocated;
            PluginMetrics.Allocated.Add(allocated - told.GetValueOrDefault(one.Costs), new KeyValuePair<string, object?>("plugin", one.Id));
            told[one.Costs] = allocated;
        }

        foreach (var gone in told.Keys.Except(running.Select(one => one.Costs)).ToArray())
        {
            told.Remove(gone);
        }
    }

    private sealed record Mark(long Held, long At, Dictionary<HookCosts, long> Allocated);
}
