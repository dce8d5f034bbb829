using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions.Passkeys;

/// <param name="Credential">What navigator.credentials.get() gave, as its toJSON() writes it.</param>
/// <param name="Organization">Where to sign in; left out, where the host name leads or the passkey belongs.</param>
public sealed record PasskeyLogInRequest(
    [property: Required] Guid? ChallengeId,
    [property: Required, Credential] JsonElement? Credential,
    [property: StringLength(64)] string? Organization) : IRequest;

/// <summary>
/// Signs in by a passkey alone: it is something one has, unlocked by something one is or knows, so no code is asked for.
/// A lockout is about guessed passwords, and does not shut it.
/// </summary>
internal sealed class LogInByPasskey(
    StogramContext db,
    UserManager<User> users,
    PasskeyPlace place,
    FindOrganization organizations,
    Challenges challenges,
    OpenSession openSession,
    TimeProvider time,
    IHttpContextAccessor accessor) : IVerb
{
    // One answer for all that can be wrong: what is known here is nobody's business.
    private static readonly Refusal Wrong = new(ErrorCode.Unauthorized, "That passkey does not sign in here.");

    public async Task<Outcome<PasskeyOptionsView>> Ask(CancellationToken cancellation)
    {
        if (await place.Handler(cancellation) is not { } handler)
        {
            return Wrong;
        }

        var asked = await handler.MakeRequestOptionsAsync(null!, accessor.HttpContext!);
        return await challenges.Keep(null, asked.RequestOptionsJson, asked.AssertionState!, cancellation);
    }

    public async Task<Outcome<SignedInView>> Run(PasskeyLogInRequest request, CancellationToken cancellation)
    {
        if (await challenges.Take(request.ChallengeId!.Value, null, cancellation) is not { } state
            || await place.Handler(cancellation) is not { } handler)
        {
            return Wrong;
        }

        var result = await handler.PerformAssertionAsync(new()
        {
            HttpContext = accessor.HttpContext!,
            CredentialJson = request.Credential!.Value.GetRawText(),
            AssertionState = state,
        });
        if (!result.Succeeded || result.User.DeactivatedAt is not null)
        {
            return Wrong;
        }

        var user = result.User;
        user.Organization = await db.Organizations.SingleAsync(one => one.Id == user.OrganizationId, cancellation);
        if (await Refuse(user.Organization, request.Organization, cancellation) is { } refusal)
        {
            return refusal;
        }

        await users.AddOrUpdatePasskeyAsync(user, result.Passkey);
        var now = time.GetUtcNow();
        await db.UserPasskeys.Where(passkey => passkey.CredentialId == result.Passkey.CredentialId).ExecuteUpdateAsync(
            set => set.SetProperty(passkey => EF.Property<DateTimeOffset?>(passkey, StogramContext.PasskeyLastUsedAt), now), cancellation);
        return await openSession.Open(user, cancellation);
    }

    /// <summary>Where nothing says which organization is meant, the passkey does.</summary>
    private async Task<Refusal?> Refuse(Organization organization, string? slug, CancellationToken cancellation)
    {
        var meant = await organizations.Run(slug, cancellation);
        if (meant.Refusal == FindOrganization.Which)
        {
            meant = await organizations.Run(organization.Slug, cancellation);
        }

        return meant.Refusal ?? (meant.Value?.Id == organization.Id ? null : Wrong);
    }
}
