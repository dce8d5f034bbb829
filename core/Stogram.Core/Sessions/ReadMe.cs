using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

internal sealed class ReadMe(StogramContext db) : IVerb
{
    public async Task<Outcome<MeView>> Run(Caller caller, CancellationToken cancellation) =>
        MeView.Of(await db.Users.AsNoTracking().Include(user => user.Organization)
            .SingleAsync(user => user.Id == caller.UserId, cancellation));
}
