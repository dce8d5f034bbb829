using Microsoft.AspNetCore.Http;
using Stogram.Core.Users;

namespace Stogram.Core.Shared;

/// <summary>Who asks, read from the live session and never from the token alone.</summary>
public sealed record Caller(
    Guid UserId, Guid OrganizationId, Guid SessionId, UserRole Role, bool IsOperator, bool NeedsTwoFactor = false)
{
    public bool IsAdministrator => Role is UserRole.Owner or UserRole.Admin;

    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<Caller>());
}
