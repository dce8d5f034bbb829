using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <param name="SignUp">OPEN, INVITE or CLOSED.</param>
/// <param name="TwoFactorRequired">Who has no second factor can do nothing but set one up.</param>
/// <param name="LinkPreviews">Whether the server looks at the pages that messages link to.</param>
public sealed record ChangeOrganizationRequest(
    [property: StringLength(64), NotBlank] string? Name, SignUpPolicy? SignUp, bool? TwoFactorRequired, bool? LinkPreviews) : IRequest;

public sealed record OrganizationSettingsView(string Slug, string Name, SignUpPolicy SignUp, bool TwoFactorRequired, bool LinkPreviews);

/// <summary>An organization's own rules.</summary>
internal sealed class ChangeOrganization(StogramContext db, CoreOptions options, AuditLog audit) : IVerb
{
    public async Task<Outcome<OrganizationSettingsView>> Read(Caller caller, CancellationToken cancellation) =>
        Administrators.Refuse(caller) is { } refusal ? refusal : View(await Mine(caller, cancellation));

    public async Task<Outcome<OrganizationSettingsView>> Run(
        Caller caller, ChangeOrganizationRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var organization = await Mine(caller, cancellation);
        var before = Values(organization);
        organization.Name = request.Name?.Trim() ?? organization.Name;
        organization.SignUp = request.SignUp ?? organization.SignUp;
        organization.TwoFactorRequired = request.TwoFactorRequired ?? organization.TwoFactorRequired;
        organization.LinkPreviews = request.LinkPreviews ?? organization.LinkPreviews;
        await db.SaveChangesAsync(cancellation);
        await audit.Write(caller, new("organization.changed", organization.Id, before, Values(organization)), cancellation);
        await transaction.CommitAsync(cancellation);
        return View(organization);
    }

    private Task<Organization> Mine(Caller caller, CancellationToken cancellation) =>
        db.Organizations.SingleAsync(one => one.Id == caller.OrganizationId, cancellation);

    private OrganizationSettingsView View(Organization one) =>
        new(one.Slug, one.Name, one.SignUp ?? options.DefaultSignUp, one.TwoFactorRequired, one.LinkPreviews);

    private Dictionary<string, string> Values(Organization one) => new()
    {
        ["name"] = one.Name,
        ["signUp"] = UpperSnake.Write(one.SignUp ?? options.DefaultSignUp),
        ["twoFactorRequired"] = one.TwoFactorRequired ? "true" : "false",
        ["linkPreviews"] = one.LinkPreviews ? "true" : "false",
    };
}
