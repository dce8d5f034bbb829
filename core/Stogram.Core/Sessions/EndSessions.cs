using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>Signs devices out: others of one's own, one or all, and one of somebody whom the caller may sign out.</summary>
internal sealed class EndSessions(StogramContext db, RevokeSession revoke, AuditLog audit) : IVerb
{
    public async Task<Outcome<Nothing?>> One(Caller caller, Guid userId, Guid id, CancellationToken cancellation)
    {
        var isTheirs = await db.Sessions.AnyAsync(
            session => session.Id == id && session.UserId == userId && session.RevokedAt == null, cancellation);
        if (!isTheirs)
        {
            return Refusal.NotFound;
        }

        await End(caller, userId, [id], cancellation);
        return Nothing.Done;
    }

    public async Task<Outcome<Nothing?>> Others(Caller caller, CancellationToken cancellation)
    {
        await End(caller, caller.UserId, await Of(caller.UserId, except: caller.SessionId, cancellation), cancellation);
        return Nothing.Done;
    }

    public Task<Guid[]> Of(Guid userId, Guid? except, CancellationToken cancellation) =>
        db.Sessions.Where(session => session.UserId == userId && session.RevokedAt == null && session.Id != except)
            .Select(session => session.Id).ToArrayAsync(cancellation);

    private async Task End(Caller caller, Guid userId, Guid[] ids, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var devices = await db.Sessions.Where(session => ids.Contains(session.Id)).Select(session => session.Device).ToListAsync(cancellation);
        foreach (var device in devices)
        {
            await audit.Write(caller, new("session.revoked", userId, Before: new() { ["device"] = device }), cancellation);
        }

        await revoke.Mark(ids, cancellation);
        await transaction.CommitAsync(cancellation);
        await revoke.Cut(ids);
    }
}
