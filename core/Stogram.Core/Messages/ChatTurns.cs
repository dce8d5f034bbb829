namespace Stogram.Core.Messages;

/// <summary>
/// Changes of a chat that are not sends take turns on this node, so that their events leave in the order of <c>rev</c>.
/// Chats share a fixed number of queues.
/// </summary>
internal sealed class ChatTurns
{
    private readonly SemaphoreSlim[] queues = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> Take(Guid chatId, CancellationToken cancellation)
    {
        var queue = queues[(uint)chatId.GetHashCode() % queues.Length];
        await queue.WaitAsync(cancellation);
        return new Turn(queue);
    }

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
