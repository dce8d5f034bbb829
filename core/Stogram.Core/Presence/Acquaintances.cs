using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Presence;

/// <summary>Those who share a chat with somebody and may see whether they are here: the only ones who learn it.</summary>
internal sealed class Acquaintances(StogramContext db) : IVerb
{
    public Task<List<Guid>> Among(Guid userId, Guid[] people, CancellationToken cancellation) =>
        db.Database.SqlQuery<Guid>(
            $"""
             select distinct theirs.user_id as "Value" from core.memberships mine
             join core.memberships theirs on theirs.chat_id = mine.chat_id and theirs.user_id <> mine.user_id
             where mine.user_id = {userId} and theirs.user_id = any({people})
               and not exists (select from core.hidden_from({userId}, {people}) h where h.presence and h.user_id = theirs.user_id)
             """).ToListAsync(cancellation);
}
