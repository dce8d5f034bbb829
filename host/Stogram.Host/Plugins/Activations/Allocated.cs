namespace Stogram.Host.Plugins.Activations;

/// <summary>
/// Counts what one hook of a plugin allocates, with all that it leaves running: tasks, timers, whatever comes after an
/// await. Memory has no owner in .NET, but this flows with the call, and the runtime tells whenever it comes onto a
/// thread or leaves it. What is allocated in one go is known at its end.
/// </summary>
internal sealed class Allocated
{
    private static readonly AsyncLocal<Allocated?> Here = new(Moved);

    [ThreadStatic]
    private static long since;

    private long bytes;

    private long visits;

    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>How often it came onto a thread: as long as this grows, something of it runs.</summary>
    public long Visits => Interlocked.Read(ref visits);

    /// <summary>From here on, in the calling method and all that it calls.</summary>
    public void Enter() => Here.Value = this;

    private static void Moved(AsyncLocalValueChangedArgs<Allocated?> moved)
    {
        var now = GC.GetAllocatedBytesForCurrentThread();
        if (moved.PreviousValue is { } left)
        {
            Interlocked.Add(ref left.bytes, now - since);
        }

        if (moved.CurrentValue is { } come)
        {
            Interlocked.Increment(ref come.visits);
        }

        since = now;
    }
}
