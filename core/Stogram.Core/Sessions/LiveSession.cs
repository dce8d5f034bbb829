using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>A session that has not been revoked, of a person who has not been deactivated: read anew each time.</summary>
internal sealed class LiveSession(StogramContext db) : IVerb
{
    public Task<Caller?> Find(Guid sessionId, CancellationToken cancellation) =>
        db.Sessions
            .Where(session => session.Id == sessionId && session.RevokedAt == null && session.User!.DeactivatedAt == null)
            .Select(session => new Caller(
                session.UserId, session.OrganizationId, session.Id, session.User!.Role, session.User.IsOperator,
                session.User.Organization!.TwoFactorRequired && !session.User.TwoFactorEnabled))
            .FirstOrDefaultAsync(cancellation);
}
