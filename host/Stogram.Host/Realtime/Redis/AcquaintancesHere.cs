using System.Threading.Channels;

namespace Stogram.Host.Realtime.Redis;

/// <summary>
/// Tells those here who know somebody on another node what became of them. Who that is, is asked of the database, one
/// question after the other, so that gone does not overtake come.
/// </summary>
internal sealed class AcquaintancesHere(LocalBus bus, ILogger<AcquaintancesHere> log) : BackgroundService
{
    private readonly Channel<(Guid UserId, Frame Frame)> news = Channel.CreateBounded<(Guid, Frame)>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Tell(Guid userId, Frame frame) => news.Writer.TryWrite((userId, frame));

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await foreach (var (userId, frame) in news.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await bus.DeliverToAcquaintances(userId, frame, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // An exception that leaves here would stop the host.
                log.LogDebug("Nobody was told of {UserId}: {Reason}", userId, e.Message);
            }
        }
    }
}
