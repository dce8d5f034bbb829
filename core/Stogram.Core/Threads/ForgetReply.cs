using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Threads;

/// <summary>An answer goes: its root counts one less. Under the chat's lock, and before the answer is marked as deleted.</summary>
internal sealed class ForgetReply(StogramContext db) : IVerb
{
    /// <summary>Among so many of the newest it is looked for who answered last.</summary>
    private const int Newest = 50;

    /// <summary>What to tell after the commit.</summary>
    public async Task<ThreadEvent?> Run(Chat chat, Message reply, CancellationToken cancellation)
    {
        if (reply.ThreadSeq is not { } root)
        {
            return null;
        }

        // The root may be among what is erased with it: what is known of it goes first.
        await db.SaveChangesAsync(cancellation);
        var rev = chat.NextRev();
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             with rest as (
               select seq, sender_id, created_at from core.messages
               where chat_id = {chat.Id} and thread_seq = {root} and seq <> {reply.Seq} and not is_deleted
               order by seq desc limit {Newest}
             )
             update core.messages m
             set rev = {rev}, reply_count = m.reply_count - 1, last_reply_seq = (select max(seq) from rest),
                 last_reply_at = (select created_at from rest order by seq desc limit 1),
                 repliers = array(select sender_id from rest group by sender_id order by max(seq) desc limit 3)
             where m.chat_id = {chat.Id} and m.seq = {root}
             returning m.id as "Id", m.reply_count as "Count", m.last_reply_seq as "LastSeq", m.last_reply_at as "LastAt", m.repliers as "By"
             """).ToListAsync(cancellation);
        return new(chat.Id, rev, rows[0].Id, root, rows[0].View());
    }

    private sealed record Row(Guid Id, int Count, long? LastSeq, DateTimeOffset? LastAt, Guid[] By)
    {
        public ThreadView? View() => LastSeq is { } seq && LastAt is { } at ? new(Count, seq, at, By) : null;
    }
}
