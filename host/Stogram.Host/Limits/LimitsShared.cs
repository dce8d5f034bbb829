using System.Threading.RateLimiting;
using Stogram.Host.Realtime.Redis;

namespace Stogram.Host.Limits;

/// <summary>
/// Counts over all nodes, in Redis. While it is away or slow each node counts by itself: nobody is let through unseen,
/// and nobody is refused for it.
/// </summary>
internal sealed class LimitsShared(Relay relay, PartitionedRateLimiter<Ticket> here, double factor) : PartitionedRateLimiter<Ticket>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly RateLimitLease Granted = new Lease(null);

    private static readonly RateLimitLease Unknown = new Lease(TimeSpan.Zero);

    public override RateLimiterStatistics? GetStatistics(Ticket ticket) => null;

    /// <summary>Without waiting nothing can be said; whoever asks this way asks the other way next.</summary>
    protected override RateLimitLease AttemptAcquireCore(Ticket ticket, int permits) => ticket.Rate is null ? Granted : Unknown;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(Ticket ticket, int permits, CancellationToken cancellation)
    {
        if (ticket.Rate?.Times(factor) is not { } rate)
        {
            return Granted;
        }

        return await Ask(ticket.Key, rate) is { } wait
            ? wait > TimeSpan.Zero ? new Lease(wait) : Granted
            : await here.AcquireAsync(ticket, permits, cancellation);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            here.Dispose();
        }
    }

    private async Task<TimeSpan?> Ask(string key, Core.Limits.Rate rate)
    {
        if (relay.Up is not { } link)
        {
            return null;
        }

        try
        {
            return await link.Take($"limit:{key}", rate.Burst, rate.Every).WaitAsync(Patience);
        }
        catch (Exception)
        {
            // Whatever it was, the relay finds the link broken and says so.
            return null;
        }
    }

    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
