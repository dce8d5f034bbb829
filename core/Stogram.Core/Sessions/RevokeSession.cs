using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>Ends sessions for good and cuts their sockets.</summary>
internal sealed class RevokeSession(StogramContext db, IBus bus, TimeProvider time) : IVerb
{
    public async Task Revoke(Guid sessionId, CancellationToken cancellation)
    {
        await Mark([sessionId], cancellation);
        await Cut([sessionId]);
    }

    /// <summary>Within the caller's transaction; the sockets go with <see cref="Cut"/> once that has committed.</summary>
    public Task Mark(Guid[] ids, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(session => ids.Contains(session.Id) && session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), cancellation);
    }

    public async Task Cut(Guid[] ids)
    {
        foreach (var id in ids)
        {
            await bus.Cut(id);
        }
    }
}
