namespace Stogram.Core.Storage;

/// <summary>Lets a reader sleep until something was written on this node since it last slept, or for so long at most.</summary>
internal sealed class AwaitOutbox : IDisposable
{
    private readonly SemaphoreSlim wake = new(0, 1);

    private readonly Outbox outbox;

    public AwaitOutbox(Outbox outbox)
    {
        this.outbox = outbox;
        outbox.Written += Wake;
    }

    public Task Run(TimeSpan most, CancellationToken cancellation) => wake.WaitAsync(most, cancellation);

    public void Dispose() => outbox.Written -= Wake;

    private void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake.
        }
    }
}
