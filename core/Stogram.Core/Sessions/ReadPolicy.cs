using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

public sealed record PolicyRequest([property: StringLength(64)] string? Organization) : IRequest;

/// <param name="Organization">Null where several are here and nothing said which: ask for its slug.</param>
/// <param name="IsFresh">There is no account yet: the next one becomes owner.</param>
/// <param name="NeedsSetup">That first account needs the code of the set-up link.</param>
public sealed record PolicyView(
    OrganizationName? Organization, SignUpPolicy SignUp, bool IsFresh, bool NeedsSetup, int PasswordMinLength);

public sealed record OrganizationName(string Slug, string Name);

/// <summary>What a sign-up page must know before anyone is signed in.</summary>
internal sealed class ReadPolicy(
    StogramContext db, FindOrganization organizations, CoreOptions options, IHttpContextAccessor accessor) : IVerb
{
    public async Task<Outcome<PolicyView>> Run(PolicyRequest request, CancellationToken cancellation)
    {
        var meant = await organizations.Run(request.Organization, cancellation);
        if (meant.Refusal == FindOrganization.Which)
        {
            return new PolicyView(null, SignUpPolicy.Closed, false, false, NewPasswordAttribute.Shortest);
        }

        if (meant.Refusal is not null || meant.Value is not { } organization)
        {
            return meant.Refusal ?? Refusal.NotFound;
        }

        var isFresh = await FirstAccount.IsOpen(db, organization.Id, cancellation);
        return new PolicyView(
            new(organization.Slug, organization.Name),
            organization.SignUp ?? options.DefaultSignUp,
            isFresh,
            isFresh && !FirstAccount.IsThisMachine(accessor.HttpContext!),
            NewPasswordAttribute.Shortest);
    }
}
