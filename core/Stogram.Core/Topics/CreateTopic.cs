using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Topics;

/// <param name="Icon">An emoji.</param>
public sealed record CreateTopicRequest(
    [property: Required, NotBlank, StringLength(CreateTopic.LongestName)] string? Name,
    [property: Emoji] string? Icon) : IRequest;

/// <summary>A line tells of it, and its number is the topic's.</summary>
internal sealed class CreateTopic(
    StogramContext db, LockChat lockChat, ChatTurns turns, WriteLine line, Outbox outbox, IBus bus, CoreOptions options) : IVerb
{
    public const int LongestName = 64;

    public async Task<Outcome<TopicView>> Run(Caller caller, Guid chatId, CreateTopicRequest request, CancellationToken cancellation)
    {
        using var turn = await turns.Take(chatId, cancellation);
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if ((GroupRights.Refuse(locked, ChatRight.ChangeInfo) ?? await Refuse(locked.Chat, cancellation)) is { } refusal)
        {
            return refusal;
        }

        var name = request.Name!.Trim();
        var said = await line.Run(locked, new("TOPIC", Text: name, Topic: locked.Chat.LastSeq + 1), cancellation);
        var topic = new Topic
        {
            ChatId = chatId, Seq = said.Seq!.Value, Rev = locked.Chat.NextRev(), Name = name, Icon = request.Icon,
            CreatedBy = caller.UserId, CreatedAt = locked.Now,
        };
        db.Topics.Add(topic);
        await outbox.Add(db, [said], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await line.Tell(said);
        await bus.ToChat(chatId, "chat:topic", new TopicEvent(chatId, topic.Rev, TopicView.Of(topic)));
        return Outcome<TopicView>.New(TopicView.Of(topic));
    }

    private async Task<Refusal?> Refuse(Chat chat, CancellationToken cancellation) =>
        !chat.HasTopics ? Refusal.Conflict("This group has no topics.")
        : await db.Topics.CountAsync(topic => topic.ChatId == chat.Id && topic.DeletedAt == null, cancellation) >= options.Chats.Topics
            ? Refusal.Limit(options.Chats.Topics, "topics in a group")
            : null;
}
