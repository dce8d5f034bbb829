using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <summary>
/// Who may change whose account: oneself where the verb says so, the owner everybody else's, admins those of members
/// and guests.
/// </summary>
internal sealed class PersonRights(StogramContext db) : IVerb
{
    /// <summary>The person, tracked.</summary>
    public async Task<Outcome<User>> Find(Caller caller, Guid id, bool orSelf, CancellationToken cancellation)
    {
        var user = await db.Users.FirstOrDefaultAsync(
            one => one.Id == id && one.OrganizationId == caller.OrganizationId && one.DeletedAt == null, cancellation);
        if (orSelf && id == caller.UserId)
        {
            return user!;
        }

        if (!caller.IsAdministrator)
        {
            // Also for those who exist: whether an account can be changed tells nothing about it.
            return Refusal.NotFound;
        }

        return user switch
        {
            null => Refusal.NotFound,
            _ when id == caller.UserId => Refusal.Forbidden("Somebody else has to do that to you."),
            // Else who administers one organization could take the whole server.
            { IsOperator: true } when !caller.IsOperator => Refusal.Forbidden("Only an operator changes an operator's account."),
            { Role: UserRole.Owner } => Refusal.Forbidden("Nobody changes the owner's account but the owner."),
            { Role: UserRole.Admin } when caller.Role != UserRole.Owner => Refusal.Forbidden("Only the owner changes an admin's account."),
            _ => user,
        };
    }
}
