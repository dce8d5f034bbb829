using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>How far a member has come, as somebody else may see it.</summary>
internal sealed record ShownMark(
    Guid ChatId,
    Guid UserId,
    long ReadSeq,
    long ReadFromSeq,
    DateTimeOffset? ReadAt,
    long DeliveredSeq,
    long DeliveredFromSeq,
    DateTimeOffset? DeliveredAt);

/// <summary>
/// The one place that decides whose marks somebody sees: sync, "seen by" and the event ask here. Only in chats small
/// enough to show who read what. That a message arrived says nothing of its reader, so that is shown in any case.
/// </summary>
internal sealed class ShownMarks(StogramContext db) : IVerb
{
    public const int MostMembers = 50;

    public IQueryable<ShownMark> In(Guid viewer, Guid[] chatIds) => db.Database.SqlQuery<ShownMark>(
        $"""
         select m.chat_id as "ChatId", m.user_id as "UserId",
           case when m.is_quiet then 0 else m.last_read_seq end as "ReadSeq", m.read_from_seq as "ReadFromSeq",
           case when m.is_quiet then null else m.last_read_at end as "ReadAt",
           m.last_delivered_seq as "DeliveredSeq", m.delivered_from_seq as "DeliveredFromSeq", m.last_delivered_at as "DeliveredAt"
         from (
           select x.*, c.type = 'PRIVATE' and x.user_id <> {viewer} and exists (
             select from core.quiet_readers({viewer}, array[x.user_id])) as is_quiet
           from core.memberships x join core.chats c on c.id = x.chat_id and c.member_count <= {MostMembers}
           where x.chat_id = any({chatIds})) m
         """);
}
