namespace Stogram.Host.Startup;

/// <summary>
/// The runtime collects when somebody allocates. After a rush, such as everybody's return, nobody does, and what the
/// rush left behind would stay for as long as it is quiet: half as much again as idle sockets need themselves.
/// </summary>
internal static class GiveBackMemory
{
    /// <summary>At least, and half of what is really kept.</summary>
    private const long Worth = 32 << 20;

    /// <summary>Allocated between two looks: the pings of thousands of sockets are below it, a busy day is not.</summary>
    private const long Quiet = 16 << 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(4);

    public static async Task WhenQuiet(CancellationToken stop)
    {
        var kept = Held;
        while (true)
        {
            var before = GC.GetTotalAllocatedBytes();
            await Task.Delay(Look, stop);
            kept = Math.Min(kept, Held);
            if (GC.GetTotalAllocatedBytes() - before < Quiet && Held - kept > Math.Max(Worth, kept / 2))
            {
                // Everything waits for it, some ms per 10 MB.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                kept = Held;
            }
        }
    }

    private static long Held => GC.GetTotalMemory(forceFullCollection: false);
}
