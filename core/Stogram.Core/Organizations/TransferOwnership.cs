using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Organizations;

/// <param name="Password">The owner's own.</param>
public sealed record TransferOwnershipRequest(
    [property: Required] Guid? UserId, [property: Required, StringLength(256)] string? Password) : IRequest;

/// <summary>An organization has one owner; who hands it over stays an admin.</summary>
internal sealed class TransferOwnership(StogramContext db, ProvePassword prove, AuditLog audit) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, TransferOwnershipRequest request, CancellationToken cancellation)
    {
        if (caller.Role != UserRole.Owner)
        {
            return Refusal.Forbidden("Only the owner can hand the organization over.");
        }

        var proof = await prove.Run(caller, "password", request.Password!);
        if (proof.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Two that are handed over at once would make two owners.
        var isOwner = await db.Database.SqlQuery<bool>(
            $"select role = 'OWNER' as \"Value\" from core.users where id = {caller.UserId} for update").SingleAsync(cancellation);
        var heir = !isOwner ? null : await db.Users.FirstOrDefaultAsync(
            user => user.Id == request.UserId && user.OrganizationId == caller.OrganizationId
                && user.DeactivatedAt == null && user.Role != UserRole.Guest && user.Id != caller.UserId, cancellation);
        if (heir is null)
        {
            return Refusal.NotFound;
        }

        heir.Role = UserRole.Owner;
        proof.Value.Role = UserRole.Admin;
        await db.SaveChangesAsync(cancellation);
        await audit.Write(caller, new("organization.handed-over", heir.Id), cancellation);
        await transaction.CommitAsync(cancellation);
        return Nothing.Done;
    }
}
