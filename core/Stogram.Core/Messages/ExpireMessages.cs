using Microsoft.EntityFrameworkCore;
using Stogram.Core.Files;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>Takes away what is over, text and files, as if it had been deleted for everyone.</summary>
internal sealed class ExpireMessages(
    StogramContext db,
    EraseMessage erase,
    ChangeMessage change,
    ChatTurns turns,
    DeleteFiles deleteFiles,
    Outbox outbox,
    IBus bus,
    TimeProvider time) : IVerb
{
    private const int AtOnce = 100;

    /// <summary>Some of one chat; false once there is nothing.</summary>
    public async Task<bool> Next(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var first = await db.Database.SqlQuery<Guid>(
            $"""
             select chat_id as "Value" from core.messages
             where expires_at <= {now} and not is_deleted order by expires_at limit 1
             """).ToArrayAsync(cancellation);
        if (first is not [var chatId])
        {
            return false;
        }

        using var turn = await turns.Take(chatId, cancellation);
        var gone = await Erase(chatId, now, cancellation);
        foreach (var (message, erased) in gone)
        {
            await (erased.Thread is { } thread ? bus.ToChat(chatId, "message:thread", thread) : Task.CompletedTask);
            await bus.ToChat(chatId, "message:deleted", await change.Read(message, null));
        }

        await deleteFiles.Unreferenced([.. gone.SelectMany(one => one.Erased.Files)]);
        return true;
    }

    private async Task<List<(Message Message, Erased Erased)>> Erase(Guid chatId, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var chat = await db.Chats.FromSql($"select * from core.chats where id = {chatId} for no key update").SingleAsync(cancellation);
        var over = await db.Messages
            .Where(message => message.ChatId == chatId && message.ExpiresAt <= now && !message.IsDeleted)
            .OrderBy(message => message.ExpiresAt).ThenBy(message => message.Seq).Take(AtOnce).ToArrayAsync(cancellation);
        var gone = new List<(Message Message, Erased Erased)>();
        foreach (var message in over)
        {
            gone.Add((message, await erase.Run(chat, message, cancellation)));
            message.Rev = chat.NextRev();
            message.UpdatedAt = now;
        }

        await outbox.Add(db, [.. over.Select(message => OutboxRow.Expired(chat, message))], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Announce();
        return gone;
    }
}
