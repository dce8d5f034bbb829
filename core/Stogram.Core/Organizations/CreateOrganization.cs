using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

public sealed record CreateOrganizationRequest(
    [property: Required, RegularExpression("^[a-z][a-z0-9-]{1,30}$",
        ErrorMessage = "2 to 31 lower-case letters, digits or dashes, a letter first.")] string? Slug,
    [property: Required, StringLength(64), NotBlank] string? Name) : IRequest;

/// <param name="Setup">For <c>setup</c> at sign-up: makes the first account, who owns the organization.</param>
public sealed record NewOrganizationView(Guid Id, string Slug, string Name, string Setup);

/// <summary>Another organization on this server. Its people sign up by its slug.</summary>
internal sealed class CreateOrganization(StogramContext db, FirstAccount firstAccount, TimeProvider time) : IVerb
{
    public async Task<Outcome<NewOrganizationView>> Run(
        Caller caller, CreateOrganizationRequest request, CancellationToken cancellation)
    {
        if (!caller.IsOperator)
        {
            return Refusal.Forbidden("Only the server's operators can do this.");
        }

        var id = Guid.CreateVersion7();
        var made = new NewOrganizationView(id, request.Slug!, request.Name!.Trim(), firstAccount.SetupCode(id));
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.organizations (id, slug, name, created_at) values ({made.Id}, {made.Slug}, {made.Name}, {time.GetUtcNow()})
             on conflict (slug) do nothing
             """,
            cancellation);
        return stored == 1
            ? Outcome<NewOrganizationView>.New(made)
            : Refusal.Conflict("That slug is taken.", new Dictionary<string, string> { ["slug"] = "Taken." });
    }
}
