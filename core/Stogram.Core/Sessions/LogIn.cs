using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <param name="Login">E-mail or username.</param>
public sealed record LogInRequest(
    [property: Required, StringLength(254)] string? Login,
    [property: Required, StringLength(256)] string? Password,
    [property: StringLength(64)] string? Organization) : IRequest;

internal sealed class LogIn(StogramContext db, UserManager<User> users, OpenSession openSession) : IVerb
{
    private static readonly Refusal Wrong =
        new(ErrorCode.Unauthorized, "That login and password do not go together.");

    // Someone who does not exist costs as much time as someone who does: a hash of a password nobody has.
    private static readonly Lazy<string> NobodysHash =
        new(() => new PasswordHasher<User>().HashPassword(Nobody(), Guid.NewGuid().ToString()));

    public async Task<Outcome<SignedInView>> Run(LogInRequest request, CancellationToken cancellation)
    {
        var organization = await db.Organizations.Named(request.Organization, cancellation);
        var user = organization is null ? null : await Find(organization, request.Login!);
        if (user is null || user.DeactivatedAt is not null)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody(), NobodysHash.Value, request.Password!);
            return Wrong;
        }

        if (await users.IsLockedOutAsync(user))
        {
            return new Refusal(ErrorCode.RateLimited, "Too many wrong passwords. Try again in a few minutes.");
        }

        if (!await users.CheckPasswordAsync(user, request.Password!))
        {
            await users.AccessFailedAsync(user);
            return Wrong;
        }

        await users.ResetAccessFailedCountAsync(user);
        user.Organization = organization;
        return await openSession.Open(user, cancellation);
    }

    private Task<User?> Find(Organization organization, string login)
    {
        var key = OrganizationUserStore.Key(organization.Id, login.Trim());
        return login.Contains('@') ? users.FindByEmailAsync(key) : users.FindByNameAsync(key);
    }

    private static User Nobody() => new() { DisplayName = "" };
}
