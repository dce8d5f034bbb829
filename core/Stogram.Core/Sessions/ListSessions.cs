using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <param name="Device">The browser or program, as it names itself.</param>
/// <param name="IsCurrent">The one that asks.</param>
public sealed record SessionView(
    Guid Id, string Device, string? Ip, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool IsCurrent);

/// <summary>Where somebody is signed in, last used first.</summary>
internal sealed class ListSessions(StogramContext db) : IVerb
{
    public async Task<Outcome<SessionView[]>> Run(Caller caller, CancellationToken cancellation) =>
        await Of(caller.UserId, caller.SessionId, cancellation);

    public Task<SessionView[]> Of(Guid userId, Guid current, CancellationToken cancellation) =>
        db.Sessions.Where(session => session.UserId == userId && session.RevokedAt == null)
            .OrderByDescending(session => session.LastUsedAt)
            .Select(session => new SessionView(
                session.Id, session.Device, session.Ip, session.CreatedAt, session.LastUsedAt, session.Id == current))
            .ToArrayAsync(cancellation);
}
