namespace Stogram.Host.Realtime;

/// <summary>
/// Nothing is delivered on knowledge older than two seconds: somebody may have been removed on another node since. What
/// comes meanwhile waits until memberships have been read anew; what is too much is dropped, and clients heal by sync.
/// </summary>
internal sealed class ControlGate(TimeProvider time)
{
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();

    private readonly Queue<Action> waiting = [];

    private long readAt = time.GetTimestamp();

    private volatile bool isWaiting;

    /// <summary>Deliver at once; else hand it to <see cref="Wait"/>.</summary>
    public bool IsOpen => IsTrusted && !isWaiting;

    public bool IsTrusted => time.GetElapsedTime(Interlocked.Read(ref readAt)) < Trusted;

    public void Wait(Action deliver)
    {
        lock (gate)
        {
            if (IsOpen)
            {
                deliver();
            }
            else if (waiting.Count < MostWaiting)
            {
                waiting.Enqueue(deliver);
                isWaiting = true;
            }
        }
    }

    /// <summary>Everything that was committed at that time is applied on this node.</summary>
    public void Read(long at)
    {
        Interlocked.Exchange(ref readAt, at);
        if (isWaiting)
        {
            lock (gate)
            {
                while (waiting.TryDequeue(out var deliver))
                {
                    deliver();
                }

                isWaiting = false;
            }
        }
    }
}
