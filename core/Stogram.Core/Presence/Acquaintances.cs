using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Presence;

/// <summary>Those who share a chat with somebody: the only ones who learn whether they are here.</summary>
internal sealed class Acquaintances(StogramContext db) : IVerb
{
    public Task<List<Guid>> Among(Guid userId, Guid[] people, CancellationToken cancellation) =>
        db.Database.SqlQuery<Guid>(
            $"""
             select distinct theirs.user_id as "Value" from core.memberships mine
             join core.memberships theirs on theirs.chat_id = mine.chat_id and theirs.user_id <> mine.user_id
             where mine.user_id = {userId} and theirs.user_id = any({people})
             """).ToListAsync(cancellation);
}
