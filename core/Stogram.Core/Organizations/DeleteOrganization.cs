using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <param name="Name">The organization's, typed out: so that nobody deletes the wrong one.</param>
public sealed record DeleteOrganizationRequest([property: Required, StringLength(64)] string? Name) : IRequest;

/// <summary>
/// Deletes an organization for good. From this moment on nobody gets in, and its slug and host names are free; its data
/// goes by and by, see <see cref="ForgetOrganizations"/>.
/// </summary>
internal sealed class DeleteOrganization(
    StogramContext db, AuditLog audit, ForgetOrganizations forget, TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(
        Caller caller, Guid id, DeleteOrganizationRequest request, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var organization = await db.Organizations.FirstOrDefaultAsync(one => one.Id == id && one.DeletedAt == null, cancellation);
        if (organization is null)
        {
            return Refusal.NotFound;
        }

        if (id == caller.OrganizationId)
        {
            return Refusal.Conflict("This is your own organization: another one's operator has to delete it.");
        }

        if (request.Name!.Trim() != organization.Name)
        {
            return Refusal.Invalid("name", "That is not its name.");
        }

        await audit.Write(
            caller, new("operator.organization-deleted", id, new() { ["name"] = organization.Name, ["slug"] = organization.Slug }), cancellation);
        organization.Slug = $"deleted-{id:n}";
        organization.DeletedAt = time.GetUtcNow();
        organization.SuspendedAt ??= organization.DeletedAt;
        await db.SaveChangesAsync(cancellation);
        await db.OrganizationHosts.Where(name => name.OrganizationId == id).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        forget.Wake();
        return Nothing.Done;
    }
}
