using System.ComponentModel.DataAnnotations;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Topics;

public sealed record SwitchTopicsRequest([property: Required] bool? On) : IRequest;

/// <summary>Shows a group by topics, or as one list. Either way nothing is lost.</summary>
internal sealed class SwitchTopics(StogramContext db, LockChat lockChat, ChatTurns turns, IBus bus) : IVerb
{
    public async Task<Outcome<ChatView>> Run(Caller caller, Guid chatId, SwitchTopicsRequest request, CancellationToken cancellation)
    {
        using var turn = await turns.Take(chatId, cancellation);
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.ChangeInfo) is { } refusal)
        {
            return refusal;
        }

        var chat = locked.Chat;
        if (chat.Type != ChatType.Group)
        {
            return Refusal.Invalid("on", "Only a group has topics.");
        }

        if (chat.HasTopics == request.On)
        {
            return ChatView.Of(chat);
        }

        chat.HasTopics = request.On!.Value;
        var general = Begin(caller, locked);
        var rev = chat.NextRev();
        await locked.Commit(cancellation);
        await (general is null ? Task.CompletedTask : bus.ToChat(chatId, "chat:topic", new TopicEvent(chatId, general.Rev, TopicView.Of(general))));
        await bus.ToChat(chatId, "chat:updated", new ChatEvent(chatId, rev, ChatView.Of(chat)));
        return ChatView.Of(chat);
    }

    /// <summary>The first time, what was said so far becomes the general topic.</summary>
    private Topic? Begin(Caller caller, LockedChat locked)
    {
        var chat = locked.Chat;
        if (chat.TopicsFromSeq is not null)
        {
            return null;
        }

        chat.TopicsFromSeq = chat.LastSeq;
        var general = new Topic
        {
            ChatId = chat.Id, Seq = Topic.General, Rev = chat.NextRev(), Name = "", CreatedBy = caller.UserId, CreatedAt = locked.Now,
        };
        db.Topics.Add(general);
        return general;
    }
}
