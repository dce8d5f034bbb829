using System.Text.Json.Serialization;
using Stogram.Core.Notify;
using Stogram.Core.Shared;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

/// <summary>Rows are never deleted: someone who left stays as a tombstone, so that clients can converge.</summary>
public sealed class ChatMember
{
    public Guid ChatId { get; set; }

    public Chat? Chat { get; set; }

    public Guid UserId { get; set; }

    public User? User { get; set; }

    public Guid OrganizationId { get; set; }

    public ChatRole Role { get; set; }

    public long Rev { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Messages up to and including this number are not for this member.</summary>
    public long VisibleFromSeq { get; set; }

    public long LastReadSeq { get; set; }

    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>Where <see cref="LastReadSeq"/> stood before it last moved.</summary>
    public long ReadFromSeq { get; set; }

    /// <summary>How much of the chat has reached a device of theirs; kept in chats small enough to show it.</summary>
    public long LastDeliveredSeq { get; set; }

    public DateTimeOffset? LastDeliveredAt { get; set; }

    public long DeliveredFromSeq { get; set; }

    public long MeRev { get; set; }

    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>How far the chat had come when it was put away; what was said since may have brought it back.</summary>
    public long? ArchivedSeq { get; set; }

    public DateTimeOffset? MutedUntil { get; set; }

    public NotifyLevel Notify { get; set; }

    public bool IsMarkedUnread { get; set; }

    /// <summary>An admin's; null for all there are.</summary>
    public ChatRight[]? OwnRights { get; set; }

    /// <summary>What an admin is called in this chat.</summary>
    public string? Title { get; set; }

    public DateTimeOffset? ReadOnlyUntil { get; set; }

    /// <summary>Until then neither a link nor a member brings them back.</summary>
    public DateTimeOffset? BannedUntil { get; set; }

    public bool IsAdministrator => Role is ChatRole.Owner or ChatRole.Admin;
}

[JsonConverter(typeof(UpperSnakeJson<ChatRole>))]
public enum ChatRole
{
    Owner,
    Admin,
    Member,
}
