using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>
/// A wrong password or code counts towards the lockout. In one statement, where Identity reads and writes back: of
/// guesses that come at once none is lost.
/// </summary>
internal sealed class CountFailure(StogramContext db, IOptions<IdentityOptions> options, TimeProvider time) : IVerb
{
    /// <param name="userId">Null for somebody unknown: then it is written for nobody, and takes as long.</param>
    public Task Run(Guid? userId, CancellationToken cancellation)
    {
        var (id, most) = (userId ?? Guid.Empty, options.Value.Lockout.MaxFailedAccessAttempts);
        var end = (DateTimeOffset?)(time.GetUtcNow() + options.Value.Lockout.DefaultLockoutTimeSpan);
        return db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.AccessFailedCount, user => user.AccessFailedCount + 1 < most ? user.AccessFailedCount + 1 : 0)
                .SetProperty(user => user.LockoutEnd, user => user.AccessFailedCount + 1 < most ? user.LockoutEnd : end),
            cancellation);
    }
}
