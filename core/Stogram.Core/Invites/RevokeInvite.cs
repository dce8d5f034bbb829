using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Invites;

internal sealed class RevokeInvite(StogramContext db, AuditLog audit, TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid id, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var revoked = await db.Invites
            .Where(invite => invite.Id == id && invite.OrganizationId == caller.OrganizationId && invite.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(invite => invite.RevokedAt, now), cancellation);
        if (revoked == 0)
        {
            return Refusal.NotFound;
        }

        await audit.Write(caller, new("invite.revoked", id), cancellation);
        await transaction.CommitAsync(cancellation);
        return Nothing.Done;
    }
}
