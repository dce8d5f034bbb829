using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <summary>Those who may install code and make organizations on this server.</summary>
internal static class Operators
{
    public static Refusal? Refuse(Caller caller) =>
        caller.IsOperator ? null : Refusal.Forbidden("Only the server's operators can do this.");

    /// <summary>
    /// Within the transaction that takes the right, or the account, from somebody: without an operator nobody could ever
    /// become one again. Two who take it from each other at once wait here.
    /// </summary>
    public static async Task<Refusal?> KeepOne(StogramContext db, Guid without, CancellationToken cancellation)
    {
        var all = await db.Database.SqlQuery<Guid>(
            $"""
             select u.id as "Value" from core.users u join core.organizations o on o.id = u.organization_id
             where u.is_operator and u.deactivated_at is null and o.suspended_at is null order by u.id for update of u
             """).ToListAsync(cancellation);
        return !all.Contains(without) || all.Count > 1
            ? null
            : Refusal.Conflict("This is the server's last operator: make somebody else one first.");
    }

    /// <summary>In the log of whoever did it, and in that of the organization it was done to, there without a name.</summary>
    public static async Task Write(
        this AuditLog audit, Caller caller, Guid organizationId, Deed deed, CancellationToken cancellation)
    {
        // In one order, whoever does it from where: each write waits for the other writers of that log.
        foreach (var log in new[] { caller.OrganizationId, organizationId }.Distinct().Order())
        {
            await audit.Write(log, log == caller.OrganizationId ? caller.UserId : null, deed, cancellation);
        }
    }
}
