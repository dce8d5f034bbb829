using Stogram.Core.Users;

namespace Stogram.Core.Invites;

/// <summary>Lets people sign up where signing up is not open. Its code is never stored, only what it hashes to.</summary>
public sealed class Invite
{
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    public required byte[] CodeHash { get; set; }

    public Guid CreatedBy { get; set; }

    /// <summary>Only somebody with this address may use it.</summary>
    public string? Email { get; set; }

    public UserRole Role { get; set; }

    /// <summary>Chats that those who come are added to.</summary>
    public Guid[] ChatIds { get; set; } = [];

    public int Uses { get; set; }

    public int? MaxUses { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
