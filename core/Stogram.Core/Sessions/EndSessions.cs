using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>Signs other devices of one's own out, one or all.</summary>
internal sealed class EndSessions(StogramContext db, RevokeSession revoke, AuditLog audit) : IVerb
{
    public async Task<Outcome<Nothing?>> One(Caller caller, Guid id, CancellationToken cancellation)
    {
        var isMine = await db.Sessions.AnyAsync(
            session => session.Id == id && session.UserId == caller.UserId && session.RevokedAt == null, cancellation);
        if (!isMine)
        {
            return Refusal.NotFound;
        }

        await End(caller, [id], cancellation);
        return Nothing.Done;
    }

    public async Task<Outcome<Nothing?>> Others(Caller caller, CancellationToken cancellation)
    {
        await End(caller, await Of(caller.UserId, except: caller.SessionId, cancellation), cancellation);
        return Nothing.Done;
    }

    public Task<Guid[]> Of(Guid userId, Guid? except, CancellationToken cancellation) =>
        db.Sessions.Where(session => session.UserId == userId && session.RevokedAt == null && session.Id != except)
            .Select(session => session.Id).ToArrayAsync(cancellation);

    private async Task End(Caller caller, Guid[] ids, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var id in ids)
        {
            await audit.Write(caller, new("session.revoked", id), cancellation);
        }

        await revoke.Mark(ids, cancellation);
        await transaction.CommitAsync(cancellation);
        await revoke.Cut(ids);
    }
}
