using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>
/// Changes of one person's own state go one after the other, until the transaction ends: limits are counted under this,
/// and a device that has seen a revision has seen all below it.
/// </summary>
internal sealed class TakeTurn(StogramContext db) : IVerb
{
    /// <summary>The revision that this change is to bear.</summary>
    public async Task<long> Take(Caller caller, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<long>(
            $"""update core.users set me_rev = me_rev + 1 where id = {caller.UserId} returning me_rev as "Value" """)
            .ToListAsync(cancellation))[0];
}
