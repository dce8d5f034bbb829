using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Threads;

/// <param name="Thread">The number of its root.</param>
public sealed record MarkThreadCommand(
    Guid ChatId, [property: Range(1, long.MaxValue)] long Thread, [property: Range(0, long.MaxValue)] long Seq) : IRequest;

/// <summary>Moves the caller's mark in a thread forward, for their own devices: others see the chat's mark alone.</summary>
internal sealed class MarkThread(StogramContext db, IBus bus) : IVerb
{
    public async Task<Outcome<ThreadMark>> Run(Caller caller, MarkThreadCommand request, CancellationToken cancellation)
    {
        var (chatId, thread) = (request.ChatId, request.Thread);
        var moved = await db.Database.SqlQuery<Row>(
            $"""
             with mark as (
               select m.user_id, m.chat_id, x.seq as thread_seq, coalesce(old.read_seq, 0) as before,
                      greatest(old.read_seq, least({request.Seq}, c.last_seq)) as after
               from core.memberships m
               join core.chats c on c.id = m.chat_id
               join core.messages x on x.chat_id = m.chat_id and x.seq = {thread} and x.seq > m.visible_from_seq
               left join core.thread_marks old on old.user_id = m.user_id and old.chat_id = m.chat_id and old.thread_seq = x.seq
               where m.chat_id = {chatId} and m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}
             ), me as (
               update core.users u set me_rev = u.me_rev + 1 from mark
               where u.id = {caller.UserId} and mark.after > mark.before returning u.me_rev
             ), moved as (
               insert into core.thread_marks as old (user_id, chat_id, thread_seq, read_seq, me_rev)
               select mark.user_id, mark.chat_id, mark.thread_seq, mark.after, me.me_rev from mark, me
               on conflict (user_id, chat_id, thread_seq)
                 do update set read_seq = greatest(old.read_seq, excluded.read_seq), me_rev = excluded.me_rev
             )
             select after as "Seq", after > before as "Moved" from mark
             """).ToListAsync(cancellation);
        if (moved is not [var row])
        {
            return Refusal.NotFound;
        }

        var told = new ThreadMark(chatId, thread, row.Seq);
        await (row.Moved ? bus.ToUser(caller.UserId, "thread:read", told) : Task.CompletedTask);
        return told;
    }

    private sealed record Row(long Seq, bool Moved);
}
