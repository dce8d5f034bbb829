using System.Runtime.CompilerServices;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Loading;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>
/// Ends an activation: nothing leads into it any more, it is stopped, its code is let go. Whether that really leaves
/// memory is seen later and waited for by nobody.
/// </summary>
internal sealed class TakeOut(InstalledPlugins plugins, Become become, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public async Task Run(InstalledPlugin plugin, CancellationToken cancellation)
    {
        await become.Now(plugin, PluginState.Stopping, null, cancellation);
        var (package, costs) = (plugin.Activation!.Package, plugin.Activation.Costs);
        var left = await Release(plugin);
        Keep(plugin, left);
        await become.Now(plugin, PluginState.Unloading, null, cancellation);
        using var cut = ExecutionContext.SuppressFlow();
        _ = Task.Run(() => Watch(left, package, costs, held => Tell(plugin, left, held)), CancellationToken.None);
    }

    /// <summary>A version that another one has taken over from.</summary>
    public async Task Old(InstalledPlugin plugin, Activation old)
    {
        var (package, costs) = (old.Package, old.Costs);
        var left = await Release(old);
        Keep(plugin, left);
        using var cut = ExecutionContext.SuppressFlow();
        _ = Task.Run(() => Watch(left, package, costs, held => TellOld(plugin, package, held)), CancellationToken.None);
    }

    private static void Keep(InstalledPlugin plugin, WeakReference left) =>
        plugin.Left = plugin.Left.RemoveAll(one => !one.IsAlive).Add(left);

    // A method of its own: a frame that waits for the collector must not hold what is to be collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> Release(InstalledPlugin plugin)
    {
        var activation = plugin.Activation!;
        if (plugin.Reader is { } reader)
        {
            plugin.Reader = null;
            await reader.DisposeAsync();
        }

        plugin.Activation = null;
        plugins.Publish();
        return await Release(activation);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Release(Activation activation)
    {
        await StopPlugin.Stop(activation);
        await StopPlugin.Release(activation);
        return StopPlugin.Unload(activation);
    }

    private async Task Watch(WeakReference left, PluginPackage package, HookCosts costs, Func<string?, Task> tell)
    {
        try
        {
            while (await Held(left, package, costs) is { } held)
            {
                await tell(held);
                await Change(left, costs);
            }

            await tell(null);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task Tell(InstalledPlugin plugin, WeakReference left, string? held)
    {
        // Switched on again meanwhile, it has another state.
        if (plugin.State is PluginState.Unloading or PluginState.Lingering && plugin.Left[^1] == left)
        {
            await become.Now(
                plugin,
                held is null ? PluginState.Unloaded : PluginState.Lingering,
                held is null ? null : $"It is off, and its code is still in memory: {held}",
                CancellationToken.None);
        }
    }

    private async Task TellOld(InstalledPlugin plugin, PluginPackage package, string? held)
    {
        var words = $"Version {package.Info.Version} is still in memory: ";
        if (plugin.State == PluginState.Running && (plugin.Reason is null ? held is not null : plugin.Reason.StartsWith(words, StringComparison.Ordinal)))
        {
            await become.Now(plugin, PluginState.Running, held is null ? null : words + held, CancellationToken.None);
        }
    }

    /// <summary>By what, as far as can be seen; null once it is gone.</summary>
    private async Task<string?> Held(WeakReference left, PluginPackage package, HookCosts costs)
    {
        var then = costs.Read();
        // Collecting is no use as long as a call is inside.
        return await Returned(costs) && await WatchUnload.Gone(left, plugins.Refresh)
            ? null
            : Suspects.Name(then, costs.Read(), package.LeakRisks);
    }

    private async Task<bool> Returned(HookCosts costs)
    {
        var since = time.GetTimestamp();
        while (costs.IsInside && time.GetElapsedTime(since) < Guard.StuckAfter)
        {
            await Task.Delay(Look / 10, time, lifetime.ApplicationStopping);
        }

        return !costs.IsInside;
    }

    /// <summary>Until it is gone by itself, or the call that held it has returned.</summary>
    private async Task Change(WeakReference left, HookCosts costs)
    {
        var wasInside = costs.IsInside;
        while (left.IsAlive && (!wasInside || costs.IsInside))
        {
            await Task.Delay(Look, time, lifetime.ApplicationStopping);
        }
    }
}
