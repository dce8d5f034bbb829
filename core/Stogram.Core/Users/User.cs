using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;

namespace Stogram.Core.Users;

public sealed class User : IdentityUser<Guid>
{
    public Guid OrganizationId { get; set; }

    public Organization? Organization { get; set; }

    public required string DisplayName { get; set; }

    public string? Bio { get; set; }

    public Guid? AvatarFileId { get; set; }

    public UserStatus Status { get; set; } = UserStatus.Offline;

    public DateTimeOffset? LastSeenAt { get; set; }

    public UserRole Role { get; set; }

    public bool IsOperator { get; set; }

    public long MeRev { get; set; }

    /// <summary>The <see cref="MeRev"/> of the last change of any of their folders.</summary>
    public long FoldersRev { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? DeactivatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The last code of the authenticator that was taken: none is taken twice.</summary>
    public string? LastCode { get; set; }

    public DateTimeOffset? LastCodeAt { get; set; }

    /// <summary>Forgot the password, and no e-mail could be sent: administrators see it.</summary>
    public DateTimeOffset? ResetAskedAt { get; set; }
}

[JsonConverter(typeof(UpperSnakeJson<UserRole>))]
public enum UserRole
{
    Owner,
    Admin,
    Member,
    Guest,
}

[JsonConverter(typeof(UpperSnakeJson<UserStatus>))]
public enum UserStatus
{
    Online,
    Offline,
    Away,
    Dnd,
}
