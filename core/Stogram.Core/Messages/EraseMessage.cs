using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Threads;

namespace Stogram.Core.Messages;

/// <param name="Files">Those it held, to be deleted after the commit.</param>
/// <param name="Thread">What became of the thread it was in, to be told then.</param>
internal sealed record Erased(Guid[] Files, ThreadEvent? Thread);

/// <summary>Leaves a tombstone: all that a message said, by whichever verb it goes. Under the chat's lock.</summary>
internal sealed class EraseMessage(StogramContext db, ForgetReply forget) : IVerb
{
    public async Task<Erased> Run(Chat chat, Message message, CancellationToken cancellation)
    {
        var (chatId, seq) = (message.ChatId, message.Seq);
        var thread = await forget.Run(chat, message, cancellation);
        await db.Reactions.Where(reaction => reaction.ChatId == chatId && reaction.Seq == seq).ExecuteDeleteAsync(cancellation);
        await db.MessageEdits.Where(edit => edit.ChatId == chatId && edit.Seq == seq).ExecuteDeleteAsync(cancellation);
        var files = await db.Database.SqlQuery<Guid>(
            $"delete from core.message_files where chat_id = {chatId} and seq = {seq} returning file_id as \"Value\"").ToArrayAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
             update core.messages set quote = null, forwarded_from = null, encrypted_content = null, extra = jsonb_build_object()
             where chat_id = {chatId} and seq = {seq}
             """, cancellation);
        // Its words in the answers of others.
        await db.Database.ExecuteSqlAsync(
            $"update core.messages set quote = null where chat_id = {chatId} and reply_to_seq = {seq} and quote is not null", cancellation);
        message.IsDeleted = true;
        message.Content = null;
        message.FileIds = [];
        message.Preview = null;
        message.Mentions = [];
        message.Hashtags = [];
        message.PinnedAt = null;
        return new(files, thread);
    }
}
