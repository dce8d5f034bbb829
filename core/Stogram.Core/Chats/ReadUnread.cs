using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>Counts what the caller has not read, chat by chat, and stops counting at 999.</summary>
internal sealed class ReadUnread(StogramContext db) : IVerb
{
    private const int Most = 999;

    public async Task<Dictionary<Guid, int>> Count(Caller caller, Guid[] chatIds, CancellationToken cancellation)
    {
        // In order, so that it walks the chat's index: where one chat holds most messages, PostgreSQL would rather read
        // the whole table until it has enough, and for a small chat that is all of it.
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             select m.chat_id as "ChatId", unread.count::int as "Unread"
             from core.memberships m
             cross join lateral (
               select count(*) from (
                 select from core.messages x
                 where x.chat_id = m.chat_id and x.seq > greatest(m.last_read_seq, m.visible_from_seq)
                   and x.sender_id <> m.user_id and not x.is_deleted
                 order by x.seq desc limit {Most}) newest) unread
             where m.user_id = {caller.UserId} and m.chat_id = any({chatIds})
             """).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.ChatId, row => row.Unread);
    }

    private sealed record Row(Guid ChatId, int Unread);
}
