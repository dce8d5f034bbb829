using System.Runtime.CompilerServices;

namespace Stogram.Host.Plugins.Activations;

/// <summary>Takes back what the host handed out, whether the plugin helps or not.</summary>
internal static class StopPlugin
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    public static async Task Stop(Activation activation)
    {
        if (activation.HasStarted)
        {
            await Guarded(activation, "StopAsync", activation.Plugin.StopAsync);
        }
    }

    public static async Task Release(Activation activation)
    {
        activation.Leases.Dispose();
        await Guarded(activation, "Dispose", _ => activation.Services.DisposeAsync());
        if (activation.Database is { } database)
        {
            await database.DisposeAsync();
        }
    }

    private static async Task Guarded(Activation activation, string hook, Func<CancellationToken, ValueTask> call)
    {
        try
        {
            await activation.Guard.Call(
                hook, Budget, null,
                async token =>
                {
                    await call(token);
                    return true;
                },
                CancellationToken.None);
        }
        catch (PluginFault)
        {
            // Counted and logged; stopping goes on.
        }
    }

    /// <summary>What is left of it: nothing may hold the activation any more but a frame that is gone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static WeakReference Unload(Activation activation)
    {
        var left = new WeakReference(activation.Context, trackResurrection: true);
        activation.Context.Unload();
        return left;
    }
}
