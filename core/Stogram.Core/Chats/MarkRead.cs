using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

public sealed record MarkReadRequest([property: Range(0, long.MaxValue)] long Seq) : IRequest;

public sealed record MarkReadCommand(Guid ChatId, [property: Range(0, long.MaxValue)] long Seq) : IRequest;

public sealed record ReadMark(Guid ChatId, Guid UserId, long Seq);

/// <summary>Moves the caller's read mark forward, never back. It bumps no <c>rev</c>: it is a watermark.</summary>
internal sealed class MarkRead(StogramContext db, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<ReadMark>> Run(Caller caller, MarkReadCommand request, CancellationToken cancellation)
    {
        var moved = await db.Database.SqlQuery<Row>(
            $"""
             with mark as (
               select m.chat_id, m.last_read_seq as before,
                      greatest(m.last_read_seq, least({request.Seq}, c.last_seq)) as after,
                      c.type = 'PRIVATE' and exists (select from core.quiet_readers(m.user_id, array[c.low_user_id, c.high_user_id]) q
                        where q.user_id <> m.user_id) as quiet
               from core.memberships m join core.chats c on c.id = m.chat_id
               where m.chat_id = {request.ChatId} and m.user_id = {caller.UserId}
                 and m.organization_id = {caller.OrganizationId}
             ), me as (
               update core.users u set me_rev = u.me_rev + 1 from mark
               where u.id = {caller.UserId} and mark.after > mark.before returning u.me_rev
             ), moved as (
               update core.chat_members m
               set read_from_seq = m.last_read_seq, last_read_seq = greatest(m.last_read_seq, mark.after),
                   last_read_at = {time.GetUtcNow()}, me_rev = me.me_rev
               from mark, me where m.chat_id = mark.chat_id and m.user_id = {caller.UserId}
             )
             select after as "Seq", after > before as "Moved", quiet as "Quiet" from mark
             """).ToListAsync(cancellation);
        if (moved is not [var row])
        {
            return Refusal.NotFound;
        }

        var mark = new ReadMark(request.ChatId, caller.UserId, row.Seq);
        if (row.Moved)
        {
            // One's own devices learn it either way.
            await (row.Quiet ? bus.ToUser(mark.UserId, "message:read", mark) : bus.ToChat(mark.ChatId, "message:read", mark));
        }

        return mark;
    }

    private sealed record Row(long Seq, bool Moved, bool Quiet);
}
