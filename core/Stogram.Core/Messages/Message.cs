namespace Stogram.Core.Messages;

/// <summary>A stored message, as far as it can change. New ones come in through <see cref="StoreMessages"/> alone.</summary>
public sealed class Message
{
    public Guid ChatId { get; set; }

    public long Seq { get; set; }

    public Guid Id { get; set; }

    public long Rev { get; set; }

    public Guid SenderId { get; set; }

    public required string Type { get; set; }

    /// <summary>The root of the thread that it is in.</summary>
    public long? ThreadSeq { get; set; }

    /// <summary>Of a post, its copy in the channel's discussion; of the copy, the post.</summary>
    public Guid? TwinChatId { get; set; }

    public long? TwinSeq { get; set; }

    public string? Content { get; set; }

    public Guid[] FileIds { get; set; } = [];

    public Guid[] Mentions { get; set; } = [];

    public string[] Hashtags { get; set; } = [];

    public DateTimeOffset? PinnedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public string? PostedBy { get; set; }

    /// <summary>A <c>PreviewRow</c>.</summary>
    public string? Preview { get; set; }

    /// <summary>Its sender wants none.</summary>
    public bool HidesPreview { get; set; }

    public bool IsEdited { get; set; }

    public bool IsDeleted { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

public sealed class Reaction
{
    public Guid ChatId { get; set; }

    public long Seq { get; set; }

    public Guid UserId { get; set; }

    public required string Emoji { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

public sealed class MessageEdit
{
    public Guid ChatId { get; set; }

    public long Seq { get; set; }

    public long Rev { get; set; }

    public required string Content { get; set; }

    public DateTimeOffset EditedAt { get; set; }
}
