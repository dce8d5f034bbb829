using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Topics;

namespace Stogram.Core.Threads;

/// <param name="Thread">The number of its root, or of a topic.</param>
public sealed record MarkThreadCommand(
    Guid ChatId, [property: Range(0, long.MaxValue)] long Thread, [property: Range(0, long.MaxValue)] long Seq) : IRequest;

/// <summary>Moves the caller's mark in a thread or a topic forward, for their own devices: others see the chat's mark alone.</summary>
internal sealed class MarkThread(StogramContext db, IBus bus) : IVerb
{
    public async Task<Outcome<ThreadMark>> Run(Caller caller, MarkThreadCommand request, CancellationToken cancellation)
    {
        var (chatId, thread) = (request.ChatId, request.Thread);
        var moved = await db.Database.SqlQuery<Row>(
            $"""
             with mark as (
               select m.user_id, m.chat_id, coalesce(x.seq, 0) as thread_seq, coalesce(old.read_seq, 0) as before, old.muted_until,
                      greatest(old.read_seq, least({request.Seq}, c.last_seq)) as after
               from core.memberships m
               join core.chats c on c.id = m.chat_id
               left join core.messages x on x.chat_id = m.chat_id and x.seq = {thread}
                 and (x.seq > m.visible_from_seq or x.topic_seq = x.seq)
               left join core.thread_marks old on old.user_id = m.user_id and old.chat_id = m.chat_id and old.thread_seq = coalesce(x.seq, 0)
               where m.chat_id = {chatId} and m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}
                 and (x.seq is not null or ({thread} = {Topic.General} and c.has_topics))
             ), me as (
               update core.users u set me_rev = u.me_rev + 1 from mark
               where u.id = {caller.UserId} and mark.after > mark.before returning u.me_rev
             ), moved as (
               insert into core.thread_marks as old (user_id, chat_id, thread_seq, read_seq, me_rev)
               select mark.user_id, mark.chat_id, mark.thread_seq, mark.after, me.me_rev from mark, me
               on conflict (user_id, chat_id, thread_seq)
                 do update set read_seq = greatest(old.read_seq, excluded.read_seq), me_rev = excluded.me_rev
             ), counted as (
               update core.chat_members m set me_rev = me.me_rev from mark, me
               where m.chat_id = mark.chat_id and m.user_id = mark.user_id
             )
             select after as "Seq", after > before as "Moved", muted_until as "MutedUntil" from mark
             """).ToListAsync(cancellation);
        if (moved is not [var row])
        {
            return Refusal.NotFound;
        }

        var told = new ThreadMark(chatId, thread, row.Seq, row.MutedUntil);
        await (row.Moved ? bus.ToUser(caller.UserId, "thread:read", told) : Task.CompletedTask);
        return told;
    }

    private sealed record Row(long Seq, bool Moved, DateTimeOffset? MutedUntil);
}
