using Microsoft.EntityFrameworkCore;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Drafts;

/// <summary>
/// The caller's drafts, also in chats they have left: who comes back finds the words again, on a device as well that
/// asked in between.
/// </summary>
internal sealed class ReadDrafts(StogramContext db) : IVerb
{
    private const int Most = 1000;

    /// <summary>Those that changed since; from the beginning, those that say something.</summary>
    public async Task<DraftView[]> Since(Caller caller, long rev, CancellationToken cancellation)
    {
        var rows = await Of(caller)
            .Where(row => row.Rev > rev && (rev > 0 || row.Text != "" || row.ReplyId != null))
            .OrderByDescending(row => row.Rev).Take(Most).ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToView())];
    }

    public async Task<DraftView> In(Caller caller, Guid chatId, CancellationToken cancellation) =>
        (await Of(caller).SingleAsync(row => row.ChatId == chatId, cancellation)).ToView();

    private IQueryable<Row> Of(Caller caller) => db.Database.SqlQuery<Row>(
        $"""
         select d.chat_id as "ChatId", d.text as "Text", d.written_at as "At", d.me_rev as "Rev",
           r.id as "ReplyId", r.seq as "ReplySeq", r.sender_id as "ReplySenderId", left(r.content, 200) as "ReplyContent"
         from core.drafts d
         left join core.memberships m on m.chat_id = d.chat_id and m.user_id = d.user_id
         left join core.messages r on r.chat_id = d.chat_id and r.id = d.reply_to_id
           and not r.is_deleted and r.seq > m.visible_from_seq
         where d.user_id = {caller.UserId}
         """);

    private sealed record Row(
        Guid ChatId, string Text, DateTimeOffset At, long Rev,
        Guid? ReplyId, long? ReplySeq, Guid? ReplySenderId, string? ReplyContent)
    {
        public DraftView ToView() => new(
            ChatId, Text, ReplyId is { } id ? new ReplyView(id, ReplySeq!.Value, ReplySenderId!.Value, ReplyContent) : null, At);
    }
}
