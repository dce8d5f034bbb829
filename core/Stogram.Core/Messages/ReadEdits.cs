using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>What a message said, from when to when.</summary>
public sealed record EditView(string Content, DateTimeOffset From, DateTimeOffset Until);

/// <summary>What a message said before, the latest first; what it says now is the message itself.</summary>
internal sealed class ReadEdits(StogramContext db) : IVerb
{
    public async Task<Outcome<EditView[]>> Run(
        Caller caller, Guid chatId, Guid id, PageRequest request, CancellationToken cancellation)
    {
        if (request.Cursor is { } cursor && Cursor.ReadNumber(cursor) is null)
        {
            return Refusal.Invalid("cursor", "Not a cursor of this list.");
        }

        var (before, limit) = (request.Cursor is null ? long.MaxValue : Cursor.ReadNumber(request.Cursor)!.Value, request.Limit ?? 50);
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             select * from (
               select e.rev as "Rev", e.content as "Content", e.edited_at as "Until",
                      coalesce(lag(e.edited_at) over (order by e.rev), x.created_at) as "From"
               from core.memberships m
               join core.messages x on x.chat_id = m.chat_id and x.seq > m.visible_from_seq and x.id = {id} and not x.is_deleted
               join core.message_edits e on e.chat_id = x.chat_id and e.seq = x.seq
               where m.chat_id = {chatId} and m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}) said
             where "Rev" < {before} order by "Rev" desc limit {limit + 1}
             """).ToArrayAsync(cancellation);
        Outcome<EditView[]> page = rows.Take(limit).Select(row => new EditView(row.Content, row.From, row.Until)).ToArray();
        return page.WithPage(rows.Length > limit ? Cursor.Write(rows[limit - 1].Rev) : null);
    }

    private sealed record Row(long Rev, string Content, DateTimeOffset From, DateTimeOffset Until);
}
