using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Threads;

namespace Stogram.Core.Discussions;

/// <summary>
/// Tells posts where their copies are and how often those were answered. Not by whom: who is in the channel need not be in
/// the group.
/// </summary>
internal sealed class CountComments(StogramContext db, LockChat lockChat, ChatTurns turns, IBus bus) : IVerb
{
    private const int AtOnce = 200;

    /// <summary>Up to which revision of the group its channel knows.</summary>
    public async Task<long> Run(Discussion discussion, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var upTo = await db.Chats.Where(chat => chat.Id == discussion.GroupId).Select(chat => chat.Rev).FirstOrDefaultAsync(cancellation);
        using var turn = await turns.Take(discussion.ChatId, cancellation);
        await using var locked = await lockChat.ForHost(discussion.OrganizationId, discussion.ChatId, cancellation);
        if (locked is null)
        {
            return discussion.CountedRev;
        }

        var told = await Count(discussion, locked.Chat, cancellation);
        locked.Chat.Rev += told.Count;
        await locked.Commit(cancellation);
        foreach (var row in told)
        {
            await bus.ToChat(discussion.ChatId, "message:thread", row.Event(discussion));
        }

        return told.Count < AtOnce ? upTo : discussion.CountedRev;
    }

    private Task<List<Row>> Count(Discussion discussion, Chat channel, CancellationToken cancellation) => db.Database.SqlQuery<Row>(
        $"""
         with news as (
           select p.seq, g.seq as root, g.reply_count, g.last_reply_seq, g.last_reply_at, row_number() over (order by p.seq) as n
           from core.messages g
           join core.messages p on p.chat_id = g.twin_chat_id and p.seq = g.twin_seq and not p.is_deleted
           where g.chat_id = {discussion.GroupId} and g.rev > {discussion.CountedRev} and g.twin_chat_id = {discussion.ChatId}
             and (p.twin_chat_id, p.twin_seq, p.reply_count, p.last_reply_seq)
               is distinct from (g.chat_id, g.seq, g.reply_count, g.last_reply_seq)
           order by p.seq limit {AtOnce}
         ), told as (
           update core.messages p
           set rev = {channel.Rev} + news.n, twin_chat_id = {discussion.GroupId}, twin_seq = news.root,
               reply_count = news.reply_count, last_reply_seq = news.last_reply_seq, last_reply_at = news.last_reply_at
           from news where p.chat_id = {discussion.ChatId} and p.seq = news.seq
           returning p.id, p.seq, p.rev, p.twin_seq, p.reply_count, p.last_reply_seq, p.last_reply_at
         )
         select id as "Id", seq as "Seq", rev as "Rev", twin_seq as "Root", reply_count as "Count", last_reply_seq as "LastSeq",
           last_reply_at as "LastAt"
         from told order by rev
         """).ToListAsync(cancellation);

    private sealed record Row(Guid Id, long Seq, long Rev, long Root, int Count, long? LastSeq, DateTimeOffset? LastAt)
    {
        public ThreadEvent Event(Discussion discussion) => new(
            discussion.ChatId, Rev, Id, Seq,
            LastSeq is { } seq && LastAt is { } at ? new(Count, seq, at, []) : null,
            new(discussion.GroupId, Root));
    }
}
