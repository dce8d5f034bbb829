using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>A session that has not been revoked, of a person who has not been deactivated: read anew each time.</summary>
internal sealed class LiveSession(StogramContext db) : IVerb
{
    private IQueryable<Session> All =>
        db.Sessions.Where(session => session.RevokedAt == null && session.User!.DeactivatedAt == null);

    public Task<Caller?> Find(Guid sessionId, CancellationToken cancellation) =>
        All.Where(session => session.Id == sessionId)
            .Select(session => new Caller(
                session.UserId, session.OrganizationId, session.Id, session.User!.Role, session.User.IsOperator,
                session.User.Organization!.TwoFactorRequired && !session.User.TwoFactorEnabled))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Those of the given sessions that are live.</summary>
    public Task<HashSet<Guid>> Among(Guid[] sessionIds, CancellationToken cancellation) =>
        All.Where(session => sessionIds.Contains(session.Id)).Select(session => session.Id).ToHashSetAsync(cancellation);
}
