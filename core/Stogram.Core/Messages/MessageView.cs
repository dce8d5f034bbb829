using System.Text.Json;
using System.Text.Json.Serialization;
using Stogram.Core.Files;

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
    JsonElement Extra);

/// <summary>The start of the message that is answered.</summary>
public sealed record ReplyView(Guid Id, long Seq, Guid SenderId, string? Content);

/// <param name="Mine">In answers only: an event is the same for everybody.</param>
public sealed record ReactionView(
    string Emoji, int Count, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Mine = null);
