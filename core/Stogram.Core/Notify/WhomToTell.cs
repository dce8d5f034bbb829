using Microsoft.EntityFrameworkCore;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Notify;

internal sealed record Told(Guid UserId, Notice Notice);

/// <summary>The members who are told of a message, by pages: a chat may have thousands.</summary>
internal sealed class WhomToTell(StogramContext db, TimeProvider time) : IVerb
{
    public const int Most = 1000;

    /// <param name="after">The last person of the page before; the empty id for the first page.</param>
    /// <returns>Also who is not told: the page is over when fewer than <see cref="Most"/> come.</returns>
    public async Task<Told[]> Run(
        Guid organizationId, Guid chatId, Guid messageId, Guid after, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             select m.user_id as "UserId", m.user_id = x.sender_id as "IsSender",
               x.mentions && array[m.user_id, {FindNames.Everybody}] or coalesce(m.user_id = r.sender_id, false) as "IsMention", x.is_silent as "IsSilent",
               exists (select from core.blocks b where b.user_id = m.user_id and b.blocked_id = x.sender_id) as "IsBlocked",
               m.notify as "Level", greatest(m.muted_until, t.muted_until) as "MutedUntil", u.status as "Status"
             from core.messages x
             join core.memberships m on m.chat_id = x.chat_id and m.visible_from_seq < x.seq
             join core.users u on u.id = m.user_id and u.deactivated_at is null
             join core.chats c on c.id = x.chat_id
             left join core.thread_marks t on c.has_topics and t.user_id = m.user_id and t.chat_id = x.chat_id
               and t.thread_seq = coalesce(x.topic_seq, 0)
             left join core.messages r on r.chat_id = x.chat_id and r.seq = x.reply_to_seq
             where x.chat_id = {chatId} and x.id = {messageId} and x.organization_id = {organizationId}
               and not x.is_deleted and m.user_id > {after}
             order by m.user_id limit {Most}
             """).ToListAsync(cancellation);
        return [.. rows.Select(row => new Told(row.UserId, DecideNotice.For(row.ToListener(), row.IsSilent, now)))];
    }

    private sealed record Row(
        Guid UserId, bool IsSender, bool IsMention, bool IsSilent, bool IsBlocked, string Level, DateTimeOffset? MutedUntil, string Status)
    {
        public Listener ToListener() => new(
            IsSender, IsMention, IsBlocked, UpperSnake.Read<NotifyLevel>(Level), MutedUntil, UpperSnake.Read<UserStatus>(Status));
    }
}
