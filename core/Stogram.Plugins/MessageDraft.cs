using System.Text.Json;

namespace Stogram.Plugins;

/// <summary>A message that is about to be stored, or to say something else.</summary>
public sealed record MessageDraft
{
    /// <summary>The chat's organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The chat.</summary>
    public required Guid ChatId { get; init; }

    /// <summary>Who sends it: a member of the chat.</summary>
    public required Guid SenderId { get; init; }

    /// <summary>The sender's role in the chat.</summary>
    public required ChatRole SenderRole { get; init; }

    /// <summary>Made by the client: a retry has the same.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>
    /// At most 10,000 characters; empty where the message is files alone, encrypted, or of a plugin's kind that needs no
    /// words.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>True where a stored message is edited: <see cref="Text"/> is what it is to say then.</summary>
    public bool IsEdit { get; init; }

    /// <summary>The files it carries.</summary>
    public required IReadOnlyList<Guid> Files { get; init; }

    /// <summary>The plugin's kind of a message that a plugin posts; null for what people send.</summary>
    public string? Kind { get; init; }

    /// <summary>What travels with it, an object by plugin.</summary>
    public JsonElement? Extra { get; init; }

    /// <summary>True where the server cannot read it: <see cref="Text"/> is empty then.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>True where somebody else said it first.</summary>
    public bool IsForward { get; init; }

    /// <summary>The plugin that posts it; null for what people send. Never your own: you are not asked about that.</summary>
    public PluginOrigin? Origin { get; init; }
}

/// <summary>That a plugin did it, by <see cref="IMessages"/>.</summary>
public sealed record PluginOrigin
{
    /// <summary>Which one.</summary>
    public required string PluginId { get; init; }

    /// <summary>1 where a person or a clock made it act, one more for each plugin that made it; at most 3.</summary>
    public required int Depth { get; init; }
}

/// <summary>A member's role in a chat.</summary>
public enum ChatRole
{
    /// <summary>Made the group or inherited it. A private chat has none.</summary>
    Owner,

    /// <summary>May change the group and its members.</summary>
    Admin,

    /// <summary>May read and write.</summary>
    Member,
}
