using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Joining;

/// <param name="Count">How many wait.</param>
public sealed record RequestsEvent(Guid ChatId, int Count);

/// <summary>Tells those who may let people in how many wait.</summary>
internal sealed class TellAdmins(StogramContext db, IBus bus, TimeProvider time) : IVerb
{
    public async Task Run(Guid chatId, CancellationToken cancellation)
    {
        var count = await db.JoinRequests.CountAsync(asked => asked.ChatId == chatId, cancellation);
        var admins = await db.Database.SqlQuery<Guid>(
            $"""
             select m.user_id as "Value" from core.memberships m join core.chats c on c.id = m.chat_id
             where m.chat_id = {chatId} and core.rank_of(m.role) < 2
               and 'ADD_PEOPLE' = any(core.rights_of(c.member_rights, m.role, m.own_rights, m.read_only_until, {time.GetUtcNow()}))
             order by core.rank_of(m.role), m.user_id limit 100
             """).ToArrayAsync(cancellation);
        foreach (var admin in admins)
        {
            await bus.ToUser(admin, "chat:requests", new RequestsEvent(chatId, count));
        }
    }
}
