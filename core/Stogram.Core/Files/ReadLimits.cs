using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <param name="Left">What this person may still store, in bytes; null where nothing limits it.</param>
public sealed record LimitsView(long MaxFileSize, long? Left);

/// <summary>Said before a file is sent, so that nobody waits for a refusal.</summary>
internal sealed class ReadLimits(StogramContext db, CoreOptions options) : IVerb
{
    public async Task<Outcome<LimitsView>> Run(Caller caller, CancellationToken cancellation)
    {
        var limits = await StorageLimits.Of(caller.OrganizationId, db, options, cancellation);
        long?[] left =
        [
            limits.Quota - await ReserveSpace.Used(caller.OrganizationId, ReserveSpace.Everybody, db, cancellation),
            limits.PersonQuota - await ReserveSpace.Used(caller.OrganizationId, caller.UserId, db, cancellation),
        ];
        return new LimitsView(limits.MaxFileSize, left.Min() is { } least ? Math.Max(0, least) : null);
    }
}
