using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <param name="Chats">Chat id to the <c>seq</c> of the newest message that has arrived.</param>
public sealed record MarkDeliveredCommand(
    [property: Required, MinLength(1), MaxLength(MarkDelivered.MostChats)] Dictionary<Guid, long>? Chats) : IRequest;

/// <summary>The marks that moved.</summary>
public sealed record DeliveredView(DeliveryMark[] Moved);

public sealed record DeliveryMark(Guid ChatId, Guid UserId, long Seq);

/// <summary>
/// Says what has reached a device of the caller's, for several chats at once. A watermark like the read mark: it moves
/// forward alone and bumps nothing. Large chats show nobody's, so theirs is not kept.
/// </summary>
internal sealed class MarkDelivered(StogramContext db, IBus bus, TimeProvider time) : IVerb
{
    public const int MostChats = 500;

    public async Task<Outcome<DeliveredView>> Run(
        Caller caller, MarkDeliveredCommand request, CancellationToken cancellation)
    {
        Guid[] chats = [.. request.Chats!.Keys];
        long[] seqs = [.. request.Chats.Values];
        if (seqs.Any(seq => seq < 0))
        {
            return Refusal.Invalid("chats", "Numbers of messages are not negative.");
        }

        // Locked in the order of ids: two devices that name the same chats do not wait for each other in a ring.
        var found = await db.Database.SqlQuery<Row>(
            $"""
             with found as (
               select m.chat_id, m.last_delivered_seq as before,
                 case when c.member_count <= {ShownMarks.MostMembers}
                   then greatest(m.last_delivered_seq, least(said.seq, c.last_seq)) else m.last_delivered_seq end as after
               from core.memberships m
               join unnest({chats}, {seqs}) as said (chat_id, seq) on said.chat_id = m.chat_id
               join core.chats c on c.id = m.chat_id
               where m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}
               order by m.chat_id for no key update of m
             ), moved as (
               update core.chat_members m
               set last_delivered_seq = found.after, delivered_from_seq = found.before, last_delivered_at = {time.GetUtcNow()}
               from found where m.chat_id = found.chat_id and m.user_id = {caller.UserId} and found.after > found.before
             )
             select chat_id as "ChatId", after as "Seq", after > before as "Moved" from found
             """).ToListAsync(cancellation);
        if (found.Count == 0)
        {
            return Refusal.NotFound;
        }

        var marks = found.Where(row => row.Moved).Select(row => new DeliveryMark(row.ChatId, caller.UserId, row.Seq)).ToArray();
        foreach (var mark in marks)
        {
            await bus.ToChat(mark.ChatId, "message:delivered", mark);
        }

        return new DeliveredView(marks);
    }

    private sealed record Row(Guid ChatId, long Seq, bool Moved);
}
