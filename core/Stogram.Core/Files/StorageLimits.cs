using Microsoft.EntityFrameworkCore;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>What an organization may store: its own limits, never above the server's. Null is no limit.</summary>
internal sealed record StorageLimits(long MaxFileSize, long? Quota, long? PersonQuota)
{
    public static async Task<StorageLimits> Of(
        Guid organizationId, StogramContext db, CoreOptions options, CancellationToken cancellation)
    {
        var own = await db.Organizations.AsNoTracking().SingleAsync(one => one.Id == organizationId, cancellation);
        return Of(own, options);
    }

    public static StorageLimits Of(Organization own, CoreOptions options) => new(
        Smaller(own.MaxFileSize, options.MaxFileSize)!.Value,
        Smaller(own.StorageQuota, options.StorageQuota),
        Smaller(own.PersonQuota, options.PersonQuota));

    public Refusal TooLarge() => new(
        ErrorCode.PayloadTooLarge, $"A file has at most {HumanSize.Of(MaxFileSize)} here.",
        new Dictionary<string, long> { ["limit"] = MaxFileSize });

    private static long? Smaller(long? own, long? server) => own is null || own > server ? server ?? own : own;
}
