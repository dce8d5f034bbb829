using System.Runtime.CompilerServices;

namespace Stogram.Host.Plugins.Activations;

/// <summary>Takes back what the host handed out, whether the plugin helps or not.</summary>
internal static class StopPlugin
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    public static async Task Stop(Activation activation)
    {
        if (!activation.HasStarted)
        {
            return;
        }

        try
        {
            await activation.Guard.Call(
                "StopAsync", Budget, null,
                async token =>
                {
                    await activation.Plugin.StopAsync(token);
                    return true;
                },
                CancellationToken.None);
        }
        catch (PluginFault)
        {
            // Counted and logged; stopping goes on.
        }
    }

    public static async Task Release(Activation activation)
    {
        activation.Leases.Dispose();
        try
        {
            await activation.Services.DisposeAsync();
        }
        catch (Exception e)
        {
            activation.Guard.Fault("Dispose", Guard.Describe(e));
        }

        if (activation.Database is { } database)
        {
            await database.DisposeAsync();
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
