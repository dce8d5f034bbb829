using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Drafts;

/// <param name="Text">As far as it is written; empty without a reply clears the draft.</param>
/// <param name="At">When it was last touched, by the device's clock.</param>
public sealed record SaveDraftCommand(
    [property: Required] Guid? ChatId,
    [property: StringLength(SendMessage.MaxLength)] string? Text,
    Guid? ReplyToId,
    [property: Required] DateTimeOffset? At) : IRequest;

public sealed record SaveDraftRequest(
    [property: StringLength(SendMessage.MaxLength)] string? Text, Guid? ReplyToId, [property: Required] DateTimeOffset? At) : IRequest
{
    public SaveDraftCommand In(Guid chatId) => new(chatId, Text, ReplyToId, At);
}

/// <summary>
/// Keeps what somebody is writing for their other devices. Of two the one that was touched later stays, whichever
/// arrives first; the answer is the one that stayed.
/// </summary>
internal sealed class SaveDraft(
    StogramContext db, Membership membership, TakeTurn turn, ReadDrafts drafts, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<DraftView>> Run(Caller caller, SaveDraftCommand request, CancellationToken cancellation)
    {
        var chatId = request.ChatId!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rev = await turn.Take(caller, cancellation);
        var chat = await membership.Of(caller).Where(member => member.ChatId == chatId)
            .Select(member => member.Chat).FirstOrDefaultAsync(cancellation);
        if (chat is null)
        {
            return Refusal.NotFound;
        }

        if (chat.IsSecret)
        {
            return Refusal.Forbidden("Drafts of a secret chat stay on the device.");
        }

        // A clock that runs ahead must not make a draft that nothing can follow.
        var (now, said) = (time.GetUtcNow(), request.At!.Value.ToUniversalTime());
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.drafts as d (user_id, chat_id, text, reply_to_id, written_at, me_rev)
             values ({caller.UserId}, {chatId}, {request.Text ?? ""}, {request.ReplyToId}, {(said < now ? said : now)}, {rev})
             on conflict (user_id, chat_id) do update
             set text = excluded.text, reply_to_id = excluded.reply_to_id, written_at = excluded.written_at, me_rev = excluded.me_rev
             where d.written_at <= excluded.written_at
             """, cancellation);
        var draft = await drafts.In(caller, chatId, cancellation);
        await transaction.CommitAsync(cancellation);
        if (stored > 0)
        {
            await bus.ToUser(caller.UserId, "chat:draft", draft);
        }

        return draft;
    }
}
