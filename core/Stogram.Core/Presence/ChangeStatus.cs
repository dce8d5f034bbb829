using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Presence;

public sealed record ChangeStatusCommand([property: Required] UserStatus? Status) : IRequest;

public sealed record StatusEvent(Guid UserId, UserStatus Status);

public sealed record LastSeenEvent(Guid UserId, DateTimeOffset At);

/// <summary>
/// Whether somebody is here. Told to those alone who share a chat with them and are here themselves; a change to
/// what it is already is told to nobody.
/// </summary>
internal sealed class ChangeStatus(StogramContext db, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Guid userId, UserStatus status, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var changed = await db.Users.Where(user => user.Id == userId && user.Status != status).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.Status, status).SetProperty(user => user.LastSeenAt, now), cancellation);
        if (changed > 0)
        {
            await bus.ToAcquaintances(userId, "user:status", new StatusEvent(userId, status));
            if (status == UserStatus.Offline)
            {
                await bus.ToAcquaintances(userId, "user:last-seen", new LastSeenEvent(userId, now));
            }
        }

        return Nothing.Done;
    }
}
