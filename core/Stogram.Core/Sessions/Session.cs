using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>One device of a person. Its refresh token is derived from its generation and never stored.</summary>
public sealed class Session
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public User? User { get; set; }

    public Guid OrganizationId { get; set; }

    public required string Device { get; set; }

    public string? Ip { get; set; }

    public int Generation { get; set; } = 1;

    public DateTimeOffset RotatedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
