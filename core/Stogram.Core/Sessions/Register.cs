using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Invites;
using Stogram.Core.Limits;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

public sealed record RegisterRequest(
    [property: Required, StringLength(254), EmailAddress] string? Email,
    [property: Required, RegularExpression(UpdateProfile.Username, ErrorMessage = UpdateProfile.UsernameRule)] string? Username,
    [property: Required, NewPassword] string? Password,
    [property: StringLength(64), NotBlank] string? DisplayName,
    [property: StringLength(64)] string? Organization,
    [property: StringLength(128)] string? Invite,
    [property: StringLength(128)] string? Setup) : INamesAccount
{
    public string AccountOf(HttpRequest http) => AccountNames.OfLogin(Organization, Email);
}

/// <summary>Signs a person up and in. The first account of an organization owns it.</summary>
internal sealed class Register(
    StogramContext db,
    FindOrganization organizations,
    UserManager<User> users,
    FirstAccount firstAccount,
    CoreOptions options,
    UseInvite invites,
    OpenSession openSession,
    VerifyEmail verify,
    TimeProvider time,
    IHttpContextAccessor http) : IVerb
{
    public async Task<Outcome<SignedInView>> Run(RegisterRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var meant = await organizations.Run(request.Organization, cancellation);
        if (meant.Refusal is not null || meant.Value is not { } organization)
        {
            return meant.Refusal ?? Refusal.NotFound;
        }

        var first = await FirstAccount.Claim(db, organization.Id, cancellation);
        var invite = request.Invite is { } code && !first.OfOrganization
            ? await invites.Take(organization.Id, code, request.Email!, cancellation)
            : null;
        if (Refuse(organization, first.OfOrganization, request, invite) is { } refusal)
        {
            return refusal;
        }

        var user = new User
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organization.Id,
            Organization = organization,
            UserName = request.Username,
            Email = request.Email,
            DisplayName = request.DisplayName?.Trim() ?? request.Username!,
            Role = first.OfOrganization ? UserRole.Owner : invite?.Role ?? UserRole.Member,
            IsOperator = first.OfServer,
            CreatedAt = time.GetUtcNow(),
        };
        if (await Store(user, request.Password!) is { } taken)
        {
            return taken;
        }

        var signedIn = await openSession.Open(user, cancellation);
        await transaction.CommitAsync(cancellation);
        if (invite is not null)
        {
            await invites.OpenChats(invite, user.Id, cancellation);
        }

        await verify.Ask(user);
        return Outcome<SignedInView>.New(signedIn);
    }

    private Refusal? Refuse(Organization organization, bool isFirst, RegisterRequest request, Invite? invite)
    {
        if (isFirst)
        {
            return firstAccount.Permits(http.HttpContext!, organization.Id, request.Setup)
                ? null
                : Refusal.Forbidden("The first account needs the set-up link that was given when the server or the organization was made.");
        }

        if (request.Invite is not null)
        {
            return invite is null ? UseInvite.Bad : null;
        }

        return (organization.SignUp ?? options.DefaultSignUp) switch
        {
            SignUpPolicy.Open => null,
            SignUpPolicy.Invite => Refusal.Forbidden("Signing up here needs an invitation."),
            _ => Refusal.Forbidden("Signing up here is closed."),
        };
    }

    private async Task<Refusal?> Store(User user, string password)
    {
        try
        {
            var result = await users.CreateAsync(user, password);
            return result.Succeeded
                ? null
                : Refusal.Invalid("request", string.Join(' ', result.Errors.Select(error => error.Description)));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken)
        {
            var field = taken.ConstraintName!.Contains("email", StringComparison.Ordinal) ? "email" : "username";
            return Refusal.Conflict($"That {field} is taken.", new Dictionary<string, string> { [field] = "Taken." });
        }
    }
}
