using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Privacy;

/// <summary>What somebody has decided, to read and to change.</summary>
internal sealed class OwnPrivacy(StogramContext db, IBus bus) : IVerb
{
    public async Task<Outcome<PrivacyView>> Read(Caller caller, CancellationToken cancellation) =>
        (await db.Privacy.AsNoTracking().FirstOrDefaultAsync(row => row.UserId == caller.UserId, cancellation) ?? new()).ToView();

    /// <summary>
    /// Within a transaction: the row, tracked and with the number of this change. The person's own row is locked with it,
    /// so that changes of two devices come one after the other.
    /// </summary>
    public async Task<PrivacyRow> Change(Guid userId, CancellationToken cancellation)
    {
        var rev = await db.Database.SqlQuery<long>(
            $"""update core.users set me_rev = me_rev + 1 where id = {userId} returning me_rev as "Value" """).ToListAsync(cancellation);
        var row = await db.Privacy.FindAsync([userId], cancellation);
        if (row is null)
        {
            row = new() { UserId = userId };
            db.Privacy.Add(row);
        }

        row.MeRev = rev.Single();
        return row;
    }

    /// <summary>After the commit: their other devices sync.</summary>
    public Task Tell(Guid userId) => bus.ToUser(userId, "user:privacy", new NoPayload());
}
