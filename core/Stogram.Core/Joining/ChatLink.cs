using Stogram.Core.Chats;
using Stogram.Core.Users;

namespace Stogram.Core.Joining;

/// <summary>Lets people of the organization into a chat. Its code is never stored, only what it hashes to.</summary>
public sealed class ChatLink
{
    public Guid Id { get; set; }

    public Guid ChatId { get; set; }

    public Guid OrganizationId { get; set; }

    public required byte[] CodeHash { get; set; }

    public string? Name { get; set; }

    /// <summary>Whoever comes by it asks, and an admin lets them in.</summary>
    public bool NeedsApproval { get; set; }

    public int Uses { get; set; }

    public int? MaxUses { get; set; }

    public Guid CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsGood(DateTimeOffset now) =>
        RevokedAt is null && (ExpiresAt is null || ExpiresAt > now) && (MaxUses is null || Uses < MaxUses);
}

/// <summary>Somebody who waits to be let in.</summary>
public sealed class JoinRequest
{
    public Guid ChatId { get; set; }

    public Chat? Chat { get; set; }

    public Guid UserId { get; set; }

    public User? User { get; set; }

    public Guid? LinkId { get; set; }

    public DateTimeOffset AskedAt { get; set; }
}
