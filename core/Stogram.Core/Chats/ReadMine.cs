using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>The caller's own state in some of their chats: what is unread, counted up to 999, and what they decided.</summary>
internal sealed class ReadMine(StogramContext db, TimeProvider time) : IVerb
{
    private const int Most = 999;

    public async Task<Dictionary<Guid, MineView>> Run(
        Caller caller, IReadOnlyCollection<ChatMember> members, CancellationToken cancellation)
    {
        Guid[] chatIds = [.. members.Select(member => member.ChatId)];
        // In order, so that it walks the chat's index: where one chat holds most messages, PostgreSQL would rather read
        // the whole table until it has enough, and for a small chat that is all of it.
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             select m.chat_id as "ChatId", unread.count::int as "Unread",
               core.archived_since(m.chat_id, m.user_id, m.archived_seq, m.muted_until, m.notify, {time.GetUtcNow()}) as "ArchivedSeq"
             from core.memberships m
             join core.chats c on c.id = m.chat_id
             cross join lateral (
               select count(*) from (
                 select from core.messages x
                 where x.chat_id = m.chat_id and x.seq > greatest(m.last_read_seq, m.visible_from_seq)
                   and x.sender_id <> m.user_id and not x.is_deleted and not (x.type = 'SYSTEM' and x.is_silent)
                   and (not c.has_topics or not exists (
                     select from core.thread_marks t where t.user_id = m.user_id and t.chat_id = m.chat_id
                       and t.thread_seq = coalesce(x.topic_seq, 0) and t.read_seq >= x.seq))
                 order by x.seq desc limit {Most}) newest) unread
             where m.user_id = {caller.UserId} and m.chat_id = any({chatIds})
             """).ToDictionaryAsync(row => row.ChatId, cancellation);
        return members.ToDictionary(member => member.ChatId, member => View(member, rows.GetValueOrDefault(member.ChatId)));
    }

    /// <summary>No row for who left between the two reads: the next answer says so.</summary>
    private static MineView View(ChatMember member, Row? row) => new(
        member.Role, member.JoinedAt, member.VisibleFromSeq, member.LastReadSeq, member.LastDeliveredSeq, row?.Unread ?? 0,
        ChoicesView.Of(member, row?.ArchivedSeq), member.OwnRights, member.ReadOnlyUntil);

    private sealed record Row(Guid ChatId, int Unread, long? ArchivedSeq);
}
