using System.Runtime.CompilerServices;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Loading;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>
/// Ends an activation: nothing leads into it any more, it is stopped, its code is let go. Whether that really leaves
/// memory is seen later and waited for by nobody.
/// </summary>
internal sealed class TakeOut(InstalledPlugins plugins, Become become)
{
    private const int Rounds = 10;

    public async Task Run(InstalledPlugin plugin, CancellationToken cancellation)
    {
        await become.Now(plugin, PluginState.Stopping, null, cancellation);
        var (package, costs) = (plugin.Activation!.Package, plugin.Activation.Costs);
        var left = await Release(plugin);
        Keep(plugin, left);
        await become.Now(plugin, PluginState.Unloading, null, cancellation);
        using var cut = ExecutionContext.SuppressFlow();
        _ = Task.Run(() => Watch(plugin, left, package, costs), CancellationToken.None);
    }

    /// <summary>A version that another one has taken over from.</summary>
    public async Task Old(InstalledPlugin plugin, Activation old)
    {
        var (package, costs) = (old.Package, old.Costs);
        var left = await Release(old);
        Keep(plugin, left);
        using var cut = ExecutionContext.SuppressFlow();
        _ = Task.Run(() => WatchOld(plugin, left, package, costs), CancellationToken.None);
    }

    private static void Keep(InstalledPlugin plugin, WeakReference left)
    {
        plugin.Left.RemoveAll(one => !one.IsAlive);
        plugin.Left.Add(left);
    }

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

    private async Task Watch(InstalledPlugin plugin, WeakReference left, PluginPackage package, HookCosts costs)
    {
        var held = await Held(left, package, costs);
        if (plugin.State == PluginState.Unloading)
        {
            await become.Now(
                plugin,
                held is null ? PluginState.Unloaded : PluginState.Lingering,
                held is null ? null : $"It is off, and its code is still in memory: {held}",
                CancellationToken.None);
        }
    }

    private async Task WatchOld(InstalledPlugin plugin, WeakReference left, PluginPackage package, HookCosts costs)
    {
        if (await Held(left, package, costs) is { } held && plugin is { State: PluginState.Running, Reason: null })
        {
            await become.Now(plugin, PluginState.Running, $"Version {package.Info.Version} is still in memory: {held}", CancellationToken.None);
        }
    }

    /// <summary>By what, as far as can be seen; null once it is gone.</summary>
    private async Task<string?> Held(WeakReference left, PluginPackage package, HookCosts costs)
    {
        var then = costs.Read();
        return await WatchUnload.Gone(left, Rounds, plugins.Refresh) ? null : Suspects.Name(then, costs.Read(), package.LeakRisks);
    }
}
