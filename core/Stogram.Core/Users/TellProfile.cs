using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <summary>
/// A person's name and picture travel with their member rows: when they change, so does the row in each of their
/// chats, and whoever was offline finds it by its <c>rev</c>.
/// </summary>
internal sealed class TellProfile(StogramContext db, Sight sight, IBus bus) : IVerb
{
    /// <summary>Within the transaction that changes the person; returns the chats.</summary>
    public async Task<Guid[]> Bump(Guid userId, CancellationToken cancellation)
    {
        var chats = await db.Database.SqlQuery<Guid>(
            $"""
             select c.id as "Value" from core.chats c
             where c.id in (select chat_id from core.memberships where user_id = {userId})
             order by c.id for no key update
             """).ToArrayAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
             with bumped as (update core.chats set rev = rev + 1 where id = any({chats}) returning id, rev)
             update core.chat_members m set rev = b.rev from bumped b where m.chat_id = b.id and m.user_id = {userId}
             """, cancellation);
        return chats;
    }

    /// <summary>After the commit.</summary>
    public async Task Tell(Guid userId, Guid[] chats, CancellationToken cancellation)
    {
        if (chats.Length == 0)
        {
            return;
        }

        var changes = await sight.ForAll(
            db.ChatMembers.Where(member => member.UserId == userId && chats.Contains(member.ChatId)), cancellation);
        foreach (var change in changes)
        {
            await bus.ToChat(change.ChatId, "chat:member", change);
        }
    }
}
