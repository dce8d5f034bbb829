using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Stogram.Core.Limits;
using Stogram.Core.Shared;

namespace Stogram.Host.Limits;

/// <summary>The one count, for all doors: the middleware takes it before a request is read, verbs' filters and the hub ask it.</summary>
internal sealed class CountUses(PartitionedRateLimiter<Ticket> limiter) : ILimits
{
    public async ValueTask<Refusal?> Take(Limit limit, string account, CancellationToken cancellation)
    {
        using var lease = await limiter.AcquireAsync(Ticket.OfAccount(limit, account), 1, cancellation);
        return lease.IsAcquired ? null : Refuse(lease);
    }

    public PartitionedRateLimiter<HttpContext> OfRequests() => PartitionedRateLimiter.CreateChained(
        limiter.WithTranslatedKey<HttpContext>(context => LimitOf(context) is { } limit
            ? Ticket.OfAddress(limit, context.Connection.RemoteIpAddress)
            : default, leaveOpen: true),
        limiter.WithTranslatedKey<HttpContext>(context => LimitOf(context) is { } limit && context.Features.Get<Caller>() is { } caller
            ? Ticket.OfAccount(limit, caller.UserId.ToString())
            : default, leaveOpen: true));

    public static ValueTask Refuse(OnRejectedContext rejected, CancellationToken cancellation) =>
        new(EnvelopeWriter.Write(rejected.HttpContext, Refuse(rejected.Lease)));

    private static Refusal Refuse(RateLimitLease lease) => Refusal.RateLimited(
        "That was too often.", lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));

    private static Limit? LimitOf(HttpContext context) => context.Request.Path switch
    {
        var path when path.StartsWithSegments("/api") => context.GetEndpoint()?.Metadata.GetMetadata<Limit>()
            ?? (context.Features.Get<Caller>() is null ? LimitTable.Anonymous : LimitTable.Ordinary),
        var path when path.StartsWithSegments("/hub") => LimitTable.Connect,
        _ => null,
    };
}
