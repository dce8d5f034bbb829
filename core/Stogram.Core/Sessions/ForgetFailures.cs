using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>
/// Who got it right starts over. In one statement, where Identity writes the whole person back: of two who sign in at once,
/// one would be refused.
/// </summary>
internal sealed class ForgetFailures(StogramContext db) : IVerb
{
    public async Task Run(User user, CancellationToken cancellation)
    {
        if (user.AccessFailedCount > 0)
        {
            await db.Users.Where(one => one.Id == user.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.AccessFailedCount, 0), cancellation);
        }
    }
}
