using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>Ends a session for good and cuts its sockets.</summary>
internal sealed class RevokeSession(StogramContext db, IBus bus, TimeProvider time) : IVerb
{
    public async Task Revoke(Guid sessionId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Sessions.Where(session => session.Id == sessionId && session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), cancellation);
        await bus.Cut(sessionId);
    }
}
