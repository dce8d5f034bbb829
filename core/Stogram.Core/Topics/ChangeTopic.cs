using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Topics;

/// <param name="Icon">An emoji.</param>
/// <param name="IsClosed">Only who may change the chat still writes in a closed topic.</param>
/// <param name="IsPinned">Above the others, for everybody.</param>
public sealed record ChangeTopicRequest(
    [property: NotBlank, StringLength(CreateTopic.LongestName)] string? Name,
    [property: Emoji] string? Icon,
    bool? RemoveIcon,
    bool? IsClosed,
    bool? IsPinned) : IRequest;

/// <summary>Fields that are left out stay as they are. Lines in the topic tell of its name and of its end.</summary>
internal sealed class ChangeTopic(
    StogramContext db, LockChat lockChat, ChatTurns turns, WriteLine line, Outbox outbox, IBus bus) : IVerb
{
    public async Task<Outcome<TopicView>> Run(
        Caller caller, Guid chatId, long seq, ChangeTopicRequest request, CancellationToken cancellation)
    {
        using var turn = await turns.Take(chatId, cancellation);
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var topic = locked is null ? null : await db.Topics.FirstOrDefaultAsync(one => one.ChatId == chatId && one.Seq == seq && one.DeletedAt == null, cancellation);
        if (topic is null)
        {
            return Refusal.NotFound;
        }

        if (Refuse(locked!, request) is { } refusal)
        {
            return refusal;
        }

        var before = (topic.Name, topic.IsClosed);
        Apply(topic, request, locked!.Now);
        if (!db.Entry(topic).Properties.Any(one => one.IsModified))
        {
            return TopicView.Of(topic);
        }

        topic.Rev = locked.Chat.NextRev();
        var lines = new List<OutboxRow>();
        foreach (var told in Lines(before, topic))
        {
            lines.Add(await line.Run(locked, told, cancellation));
        }

        await outbox.Add(db, lines, cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await bus.ToChat(chatId, "chat:topic", new TopicEvent(chatId, topic.Rev, TopicView.Of(topic)));
        foreach (var said in lines)
        {
            await line.Tell(said);
        }

        return TopicView.Of(topic);
    }

    private static Refusal? Refuse(LockedChat locked, ChangeTopicRequest request)
    {
        var isMore = request.Name is not null || request.Icon is not null || request.RemoveIcon is not null || request.IsClosed is not null;
        return (isMore ? GroupRights.Refuse(locked, ChatRight.ChangeInfo) : null)
            ?? (isMore && request.IsPinned is null ? null : GroupRights.Refuse(locked, ChatRight.Pin));
    }

    private static void Apply(Topic topic, ChangeTopicRequest request, DateTimeOffset now)
    {
        topic.Name = request.Name?.Trim() ?? topic.Name;
        topic.Icon = request.RemoveIcon == true ? null : request.Icon ?? topic.Icon;
        topic.IsClosed = request.IsClosed ?? topic.IsClosed;
        topic.PinnedAt = request.IsPinned is { } isPinned ? (isPinned ? topic.PinnedAt ?? now : null) : topic.PinnedAt;
    }

    private static IEnumerable<ChatLine> Lines((string Name, bool IsClosed) before, Topic topic)
    {
        if (topic.Name != before.Name)
        {
            yield return new("TOPIC_RENAMED", Text: topic.Name, Topic: topic.Seq);
        }

        if (topic.IsClosed != before.IsClosed)
        {
            yield return new(topic.IsClosed ? "TOPIC_CLOSED" : "TOPIC_OPENED", Topic: topic.Seq);
        }
    }
}
