using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Topics;

/// <summary>
/// A topic goes for everybody, and all that was said in it: the time of its messages is over from then on, and what takes
/// away such messages takes these, text and files, some at a time.
/// </summary>
internal sealed class DeleteTopic(StogramContext db, LockChat lockChat, ChatTurns turns, IBus bus) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid chatId, long seq, CancellationToken cancellation)
    {
        using var turn = await turns.Take(chatId, cancellation);
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var topic = locked is null ? null : await db.Topics.FirstOrDefaultAsync(
            one => one.ChatId == chatId && one.Seq == seq && one.DeletedAt == null, cancellation);
        if (topic is null)
        {
            return Refusal.NotFound;
        }

        if ((GroupRights.Refuse(locked!, ChatRight.ChangeInfo) ?? GroupRights.Refuse(locked!, ChatRight.DeleteOthers)) is { } refusal)
        {
            return refusal;
        }

        if (seq == Topic.General)
        {
            return Refusal.Conflict("The general topic is always there.");
        }

        (topic.DeletedAt, topic.Name, topic.Icon, topic.PinnedAt) = (locked!.Now, "", null, null);
        topic.Rev = locked.Chat.NextRev();
        await db.Database.ExecuteSqlAsync(
            $"update core.messages set expires_at = {locked.Now} where chat_id = {chatId} and topic_seq = {seq} and not is_deleted", cancellation);
        await locked.Commit(cancellation);
        await bus.ToChat(chatId, "chat:topic", new TopicEvent(chatId, topic.Rev, TopicView.Of(topic)));
        return Nothing.Done;
    }
}
