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

    /// <summary>At most 10,000 characters; empty where the message is files alone.</summary>
    public required string Text { get; init; }

    /// <summary>True where a stored message is edited: <see cref="Text"/> is what it is to say then.</summary>
    public bool IsEdit { get; init; }

    /// <summary>The files it carries.</summary>
    public required IReadOnlyList<Guid> Files { get; init; }
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
