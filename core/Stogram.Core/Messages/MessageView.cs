using System.Text.Json;
using System.Text.Json.Serialization;
using Stogram.Core.Files;
using Stogram.Core.Previews;
using Stogram.Core.Shared;
using Stogram.Core.Threads;

namespace Stogram.Core.Messages;

/// <summary>A message as everybody in its chat sees it.</summary>
/// <param name="Type">TEXT, IMAGE, VIDEO, AUDIO, VOICE, FILE, SYSTEM, or a plugin's kind.</param>
public sealed record MessageView(
    Guid Id,
    Guid ChatId,
    long? Seq,
    long? Rev,
    Guid SenderId,
    string Type,
    string? Content,
    ReplyView? ReplyTo,
    FileView[] Files,
    ReactionView[] Reactions,
    Guid[] Mentions,
    string[] Hashtags,
    bool IsEncrypted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EncryptedContent,
    bool IsEdited,
    bool IsDeleted,
    bool IsSilent,
    bool IsPinned,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    JsonElement Extra)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OriginView? ForwardedFrom { get; init; }

    /// <summary>Of its first link, once the page has been looked at.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewView? Preview { get; init; }

    [JsonIgnore]
    public bool HidesPreview { get; init; }

    /// <summary>The root of the thread that it is in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ThreadSeq { get; init; }

    /// <summary>Its topic; the general one where none is named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TopicSeq { get; init; }

    /// <summary>What has been answered to it, in a group; of a post, what has been answered to its copy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ThreadView? Thread { get; init; }

    /// <summary>Of a post, its copy in the channel's discussion, where it is commented on; of the copy, the post.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TwinView? Twin { get; init; }

    /// <summary>When it is due; then it gets its <see cref="Seq"/> and is in the chat.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Why it did not go when it was due.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErrorBody? Failure { get; init; }
}

/// <summary>The start of the message that is answered.</summary>
public sealed record ReplyView(Guid Id, long Seq, Guid SenderId, string? Content)
{
    /// <summary>The part of it that the answer is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuoteView? Quote { get; init; }
}

public sealed record TwinView(Guid ChatId, long Seq);

/// <param name="Offset">Where it begins in the content, in UTF-16 code units.</param>
public sealed record QuoteView(string Text, int Offset);

/// <summary>Where a forwarded message was said first, as far as that may be shown.</summary>
/// <param name="ChatId">With <paramref name="MessageId"/>, for those who are in it; not of a private chat.</param>
/// <param name="SenderId">Who said it; nobody in a channel.</param>
/// <param name="Name">Theirs, or the channel's, as it was when it was forwarded.</param>
public sealed record OriginView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ChatId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? MessageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? SenderId,
    string Name,
    DateTimeOffset At);

/// <param name="Mine">In answers only: an event is the same for everybody.</param>
public sealed record ReactionView(
    string Emoji, int Count, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Mine = null);
