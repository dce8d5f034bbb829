using System.Reflection;
using System.Reflection.Metadata;

namespace Stogram.Host.Plugins.Loading;

/// <summary>Helps a context that was told to unload on its way, and tells whether it went.</summary>
internal static class WatchUnload
{
    private const int Rounds = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(10);

    // Bytes allocated in a pause.
    private const long Busy = 16 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<bool> Gone(WeakReference context, Action forget)
    {
        for (var round = 0; round < Rounds; round++)
        {
            forget();
            if (ShallClear(round))
            {
                ClearCaches();
            }

            await QuietMoment(context);
            if (!context.IsAlive)
            {
                break;
            }

            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            if (!await HaveFinalizersEnded())
            {
                break;
            }
        }

        if (context.IsAlive)
        {
            await Task.Delay(Pause);
        }

        return !context.IsAlive;
    }

    // Everybody feels a collection: 20 to 40 ms where they wait for it, half of two processors where they do not. Where much
    // goes on, one comes by itself before long.
    private static async Task QuietMoment(WeakReference context)
    {
        for (var waited = TimeSpan.Zero; waited < BusyPause && context.IsAlive; waited += Pause)
        {
            var before = GC.GetTotalAllocatedBytes();
            await Task.Delay(Pause);
            if (GC.GetTotalAllocatedBytes() - before < Busy)
            {
                return;
            }
        }
    }

    // Clearing makes the server remember everything anew, at the cost of what others held on to: measured, 100 kB each
    // time. A plugin whose JSON and request delegates are generated goes without.
    private static bool ShallClear(int round) => round is 4 or 7;

    // All of the process share one thread for finalizers: one that does not return, of the plugin's or anybody's, holds it for good.
    private static async Task<bool> HaveFinalizersEnded()
    {
        try
        {
            await Task.Factory.StartNew(GC.WaitForPendingFinalizers, TaskCreationOptions.LongRunning).WaitAsync(Patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // The hook behind hot reload: libraries drop what they remember about types. There is no public door to it.
    private static void ClearCaches()
    {
        foreach (var handler in AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsCollectible)
            .SelectMany(assembly => assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>())
            .Select(attribute => attribute.HandlerType))
        {
            var clear = handler.GetMethod(
                "ClearCache", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Type[])]);
            try
            {
                clear?.Invoke(null, [null]);
            }
            catch (TargetInvocationException)
            {
                // One of the runtime's own handlers does not take null; the others do the work.
            }
        }
    }
}
