using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Stogram.Core.Files;
using Stogram.Core.Organizations;

namespace Stogram.Core.Users;

/// <summary>A person as others of the organization see them, by way of <c>Sight</c>.</summary>
/// <param name="Status">Null where it is not for who looks; in events always.</param>
public sealed record UserView(
    Guid Id,
    string Username,
    string DisplayName,
    string? AvatarUrl,
    string? Bio,
    UserStatus? Status,
    DateTimeOffset? LastSeenAt,
    UserRole Role)
{
    /// <summary>There is nothing more to ask of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDeleted { get; init; }

    public static readonly Expression<Func<User, UserView>> Of = user => new UserView(
        user.Id, user.UserName!, user.DisplayName, user.AvatarFileId == null ? null : FileLinks.Place + user.AvatarFileId,
        user.Bio, user.Status, user.LastSeenAt, user.Role)
    {
        IsDeleted = user.DeletedAt != null,
    };
}

/// <summary>A person as they see themselves.</summary>
public sealed record MeView(
    Guid Id,
    string Username,
    string DisplayName,
    string? AvatarUrl,
    string? Bio,
    UserStatus Status,
    DateTimeOffset? LastSeenAt,
    UserRole Role,
    string Email,
    bool EmailConfirmed,
    bool TwoFactorEnabled,
    bool IsOperator,
    OrganizationView Organization,
    DateTimeOffset CreatedAt)
{
    public static MeView Of(User user) => new(
        user.Id, user.UserName!, user.DisplayName, user.AvatarFileId is { } avatar ? FileLinks.Bare(avatar) : null,
        user.Bio, user.Status, user.LastSeenAt, user.Role,
        user.Email!, user.EmailConfirmed, user.TwoFactorEnabled, user.IsOperator, user.Organization!.ToView(), user.CreatedAt);
}
