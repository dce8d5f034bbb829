using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Limits;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <param name="Login">E-mail or username.</param>
/// <param name="Code">Of the authenticator, or a recovery code; asked for with TWO_FACTOR_REQUIRED.</param>
public sealed record LogInRequest(
    [property: Required, StringLength(254)] string? Login,
    [property: Required, StringLength(256)] string? Password,
    [property: StringLength(16)] string? Code,
    [property: StringLength(64)] string? Organization) : INamesAccount
{
    public string AccountOf(HttpRequest http) => AccountNames.OfLogin(Organization, Login);
}

internal sealed class LogIn(
    StogramContext db,
    FindOrganization organizations,
    UserManager<User> users,
    FindAccount find,
    UnknownLogins unknown,
    CountFailure fail,
    ForgetFailures forget,
    CheckCode check,
    OpenSession openSession,
    TimeProvider time) : IVerb
{
    private static readonly Refusal Wrong =
        new(ErrorCode.Unauthorized, "That login and password do not go together.");

    private static readonly Refusal PasskeyInstead = new(
        ErrorCode.TwoFactorRequired, "Sign in with your passkey.", new Dictionary<string, string> { ["code"] = "PASSKEY" });

    // Someone who does not exist costs as much time as someone who does: a hash of a password nobody has.
    private static readonly Lazy<string> NobodysHash =
        new(() => new PasswordHasher<User>().HashPassword(Nobody(), Guid.NewGuid().ToString()));

    public async Task<Outcome<SignedInView>> Run(LogInRequest request, CancellationToken cancellation)
    {
        var meant = await organizations.Run(request.Organization, cancellation);
        if (meant.Refusal is { } unclear)
        {
            return unclear;
        }

        var organization = meant.Value;
        var user = await find.Run(organization, request.Login!);
        if (user is null || user.DeactivatedAt is not null)
        {
            return await RefuseNobody(request, cancellation);
        }

        if (await users.IsLockedOutAsync(user))
        {
            return ProvePassword.TooMany(user, time);
        }

        if (!await users.CheckPasswordAsync(user, request.Password!))
        {
            await fail.Run(user.Id, cancellation);
            return Wrong;
        }

        if (user.TwoFactorEnabled && await CheckSecond(user, request.Code, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await NeedsPasskey(user, organization!, cancellation))
        {
            return PasskeyInstead;
        }

        await forget.Run(user, cancellation);
        user.Organization = organization;
        return await openSession.Open(user, cancellation);
    }

    /// <summary>All that is done for somebody with a wrong password, for nobody.</summary>
    private async Task<Refusal> RefuseNobody(LogInRequest request, CancellationToken cancellation)
    {
        if (unknown.Try(AccountNames.OfLogin(request.Organization, request.Login)) is { } wait)
        {
            return ProvePassword.TooMany(wait);
        }

        users.PasswordHasher.VerifyHashedPassword(Nobody(), NobodysHash.Value, request.Password!);
        await fail.Run(null, cancellation);
        return Wrong;
    }

    /// <summary>Who satisfies the organization's rule by a passkey does not get around it by the password.</summary>
    private async Task<bool> NeedsPasskey(User user, Organization organization, CancellationToken cancellation) =>
        organization.TwoFactorRequired && !user.TwoFactorEnabled
        && await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == user.Id, cancellation);

    private async Task<Refusal?> CheckSecond(User user, string? code, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(code)
            ? new Refusal(ErrorCode.TwoFactorRequired, "Enter the code that your authenticator shows.")
            : await check.Run(user, code, cancellation);

    private static User Nobody() => new() { DisplayName = "" };
}
