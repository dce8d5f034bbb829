using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>Whether a verb changed a message, or why it may not.</summary>
internal sealed record Change(OutboxRow? Happened, Refusal? Refusal = null)
{
    public static readonly Change None = new(null as OutboxRow);

    /// <summary>Files that it does not hold any more.</summary>
    public Guid[] Gone { get; init; } = [];

    public static implicit operator Change(OutboxRow happened) => new(happened);

    public static implicit operator Change(Refusal refusal) => new(null, refusal);
}

/// <summary>
/// What edit, delete and react have in common: the chat's turn and lock, the message as it is under the lock, a new
/// <c>rev</c> for it, and after the commit an event.
/// </summary>
internal sealed class ChangeMessage(
    StogramContext db,
    LockChat lockChat,
    ChatTurns turns,
    Outbox outbox,
    NpgsqlDataSource database,
    DeleteFiles deleteFiles,
    FileLinks links,
    TimeProvider time) : IVerb
{
    private static readonly string One =
        $"select {MessageSql.Columns} from core.messages m {MessageSql.Joins("$3")} where m.chat_id = $1 and m.seq = $2";

    public async Task<Outcome<MessageView>> Run(
        Caller caller,
        Guid chatId,
        Guid messageId,
        Func<LockedChat, Message, Task<Change>> change,
        Func<MessageView, Task> tell,
        CancellationToken cancellation)
    {
        using var turn = await turns.Take(chatId, cancellation);
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var changed = await Run(locked, caller.UserId, chatId, messageId, change, tell, cancellation);
        return changed.Then(view => links.Sign(caller, view));
    }

    /// <summary>For the host, which is in no chat and may change all. File links in the answer are bare.</summary>
    public async Task<Outcome<MessageView>> ForHost(
        Guid organizationId,
        Guid chatId,
        Guid messageId,
        Func<LockedChat, Message, Task<Change>> change,
        Func<MessageView, Task> tell,
        CancellationToken cancellation)
    {
        using var turn = await turns.Take(chatId, cancellation);
        await using var locked = await lockChat.ForHost(organizationId, chatId, cancellation);
        return await Run(locked, null, chatId, messageId, change, tell, cancellation);
    }

    private async Task<Outcome<MessageView>> Run(
        LockedChat? locked,
        Guid? viewer,
        Guid chatId,
        Guid messageId,
        Func<LockedChat, Message, Task<Change>> change,
        Func<MessageView, Task> tell,
        CancellationToken cancellation)
    {
        var message = locked is null ? null : await db.Messages.FirstOrDefaultAsync(
            old => old.ChatId == chatId && old.Id == messageId && old.Seq > locked.Me.VisibleFromSeq && !old.IsDeleted,
            cancellation);
        if (message is null)
        {
            return Refusal.NotFound;
        }

        var made = await change(locked!, message);
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        if (made.Happened is { } happened)
        {
            message.Rev = locked!.Chat.NextRev();
            message.UpdatedAt = time.GetUtcNow();
            await outbox.Add(db, [happened], cancellation);
            await locked.Commit(cancellation);
            outbox.Announce();
            await tell(await Read(message, null));
            await deleteFiles.Unreferenced(made.Gone);
        }

        return await Read(message, viewer);
    }

    public async Task<MessageView> Read(Message message, Guid? viewer)
    {
        await using var command = database.CreateCommand(One);
        command.Parameters.Add(new() { Value = message.ChatId });
        command.Parameters.Add(new() { Value = message.Seq });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = viewer ?? (object)DBNull.Value });
        return (await MessageSql.Read(command, CancellationToken.None)).Single();
    }
}
