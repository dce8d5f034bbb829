using System.Text.Json.Serialization;
using Stogram.Core.Messages;

namespace Stogram.Core.Topics;

/// <summary>A group may be shown by topics: each message is of one of them.</summary>
public sealed class Topic
{
    /// <summary>Of the one that is always there. It has no name until somebody gives it one.</summary>
    public const long General = 0;

    public Guid ChatId { get; set; }

    /// <summary>The number of the line that tells of it.</summary>
    public long Seq { get; set; }

    public long Rev { get; set; }

    public required string Name { get; set; }

    public string? Icon { get; set; }

    /// <summary>Only who may change the chat still writes here.</summary>
    public bool IsClosed { get; set; }

    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>The row stays, without words, so that clients learn of it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public Guid CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <param name="Seq">Its number in the chat; 0 is the general topic.</param>
/// <param name="Name">Empty for the general topic until it is given one.</param>
/// <param name="Icon">An emoji.</param>
public sealed record TopicView(
    Guid ChatId, long Seq, long Rev, string Name, string? Icon, bool IsClosed, DateTimeOffset? PinnedAt, Guid CreatedBy, DateTimeOffset CreatedAt)
{
    /// <summary>It is gone for everybody, with its messages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDeleted { get; init; }

    public static TopicView Of(Topic topic) => new(
        topic.ChatId, topic.Seq, topic.Rev, topic.Name, topic.Icon, topic.IsClosed, topic.PinnedAt, topic.CreatedBy, topic.CreatedAt)
    {
        IsDeleted = topic.DeletedAt is not null,
    };
}

public sealed record TopicEvent(Guid ChatId, long Rev, TopicView Topic);

/// <param name="Last">What was said last in it.</param>
/// <param name="Unread">Counted up to 99.</param>
public sealed record ListedTopicView(TopicView Topic, MessageView? Last, int Unread);
