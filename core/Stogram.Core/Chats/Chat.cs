using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

public sealed class Chat
{
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    public ChatType Type { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public Guid? AvatarFileId { get; set; }

    public bool IsSecret { get; set; }

    /// <summary>Seconds that a message lives here; for good where it is null.</summary>
    public int? ExpiresIn { get; set; }

    /// <summary>Whether a new member sees what was said before.</summary>
    public bool HistoryVisible { get; set; } = true;

    /// <summary>What those may do who are not admins.</summary>
    public ChatRight[] MemberRights { get; set; } = [];

    /// <summary>Whether the whole organization may find it.</summary>
    public bool IsListed { get; set; }

    /// <summary>Who comes from the directory asks first.</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>Whether it is shown by topics.</summary>
    public bool HasTopics { get; set; }

    /// <summary>What was said up to there is of the general topic; null where there have never been topics.</summary>
    public long? TopicsFromSeq { get; set; }

    /// <summary>Of a channel its discussion, of a discussion its channel.</summary>
    public Guid? LinkedChatId { get; set; }

    public Guid? LowUserId { get; set; }

    public Guid? HighUserId { get; set; }

    /// <summary>With oneself: both people of a private chat are the same.</summary>
    public bool IsSaved => LowUserId is not null && LowUserId == HighUserId;

    /// <summary>The number of the newest message; gapless.</summary>
    public long LastSeq { get; set; }

    /// <summary>Grows by one with every change of the chat's shared state; each changed row remembers its own.</summary>
    public long Rev { get; set; }

    /// <summary>Another one after each restored backup: <see cref="Rev"/> then goes on from where the backup was made.</summary>
    public int Epoch { get; set; }

    public int MemberCount { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ActiveAt { get; set; }

    public long NextRev() => ++Rev;

    /// <summary>The other one of a private chat.</summary>
    public Guid? PartnerOf(Guid userId) => IsSaved ? null : LowUserId == userId ? HighUserId : LowUserId;
}

[JsonConverter(typeof(UpperSnakeJson<ChatType>))]
public enum ChatType
{
    Private,
    Group,
    Channel,
}
