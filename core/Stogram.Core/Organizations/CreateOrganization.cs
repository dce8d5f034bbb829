using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

public sealed record CreateOrganizationRequest(
    [property: Required, RegularExpression(CreateOrganization.Slug, ErrorMessage = CreateOrganization.SlugRule)] string? Slug,
    [property: Required, StringLength(64), NotBlank] string? Name) : IRequest;

/// <param name="Setup">For <c>setup</c> at sign-up: makes the first account, who owns the organization.</param>
/// <param name="Url">Where to, with that code.</param>
public sealed record NewOrganizationView(Guid Id, string Slug, string Name, string Setup, string Url);

/// <param name="Url">Makes the first account, who owns the organization; good until there is one.</param>
public sealed record SetupLinkView(string Url);

/// <summary>Another organization on this server, and the link by which its first owner comes in.</summary>
internal sealed class CreateOrganization(
    StogramContext db, FirstAccount firstAccount, OrganizationLinks links, AuditLog audit, TimeProvider time) : IVerb
{
    public const string Slug = "^[a-z][a-z0-9-]{1,30}$";

    public const string SlugRule = "2 to 31 lower-case letters, digits or dashes, a letter first.";

    public async Task<Outcome<NewOrganizationView>> Run(
        Caller caller, CreateOrganizationRequest request, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (id, slug, name) = (Guid.CreateVersion7(), request.Slug!, request.Name!.Trim());
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.organizations (id, slug, name, created_at) values ({id}, {slug}, {name}, {time.GetUtcNow()})
             on conflict (slug) do nothing
             """,
            cancellation);
        if (stored == 0)
        {
            return Refusal.Conflict("That slug is taken.", new Dictionary<string, string> { ["slug"] = "Taken." });
        }

        await audit.Write(
            caller, new("operator.organization-created", id, After: new() { ["name"] = name, ["slug"] = slug }), cancellation);
        await transaction.CommitAsync(cancellation);
        var setup = firstAccount.SetupCode(id);
        return Outcome<NewOrganizationView>.New(
            new(id, slug, name, setup, await links.To(id, $"setup={setup}", cancellation)));
    }

    public async Task<Outcome<SetupLinkView>> Link(Caller caller, Guid id, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (!await db.Organizations.AnyAsync(one => one.Id == id && one.DeletedAt == null, cancellation))
        {
            return Refusal.NotFound;
        }

        return await FirstAccount.IsOpen(db, id, cancellation)
            ? new SetupLinkView(await links.To(id, $"setup={firstAccount.SetupCode(id)}", cancellation))
            : Refusal.Conflict("It has an owner already, who invites people.");
    }
}
