using System.Threading.RateLimiting;

namespace Stogram.Host.Limits;

/// <summary>Counts on this node alone. Who has not come for a while is forgotten by the limiter itself.</summary>
internal static class LimitsHere
{
    public static PartitionedRateLimiter<Ticket> Create(double factor) =>
        PartitionedRateLimiter.Create<Ticket, string>(ticket => ticket.Rate?.Times(factor) is { } rate
            ? RateLimitPartition.GetTokenBucketLimiter(ticket.Key, _ => new()
            {
                TokenLimit = rate.Burst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = rate.Every,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(""));
}
