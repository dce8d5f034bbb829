using Microsoft.AspNetCore.SignalR;
using Stogram.Core.Shared;

namespace Stogram.Host.Realtime;

/// <summary>Tells sockets to sync after events may have been lost; many of them one after the other, not all at once.</summary>
internal sealed class SyncRequired(
    FanOut fanOut, Connections connections, IHubProtocolResolver protocols, ILogger<SyncRequired> log, IHostApplicationLifetime life)
{
    /// <summary>One host is asked for at most so many syncs a second.</summary>
    private const int PerSecond = 500;

    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    private int isAsked;

    public void Tell(IEnumerable<Connection> some) =>
        fanOut.Deliver(some.Select(connection => connection.Id), Frame.Of(protocols, "sync:required", new NoPayload()));

    /// <summary>Whoever asks while others have just asked is served with them.</summary>
    public void TellAll()
    {
        if (Interlocked.Exchange(ref isAsked, 1) == 0)
        {
            _ = TellOneByOne();
        }
    }

    private async Task TellOneByOne()
    {
        try
        {
            await Task.Delay(Gather, life.ApplicationStopping);
            Volatile.Write(ref isAsked, 0);
            var all = connections.All.ToArray();
            Random.Shared.Shuffle(all);
            log.LogInformation("Telling {Count} sockets to sync", all.Length);
            foreach (var some in all.Chunk(PerSecond / 10))
            {
                Tell(some);
                await Task.Delay(TimeSpan.FromMilliseconds(100), life.ApplicationStopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; clients sync when they are back.
        }
    }
}
