using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <summary>
/// The one place that decides whom somebody may know of: the active people of their organization; a guest only those
/// they share a chat with.
/// </summary>
internal static class KnownPeople
{
    public static IQueryable<User> KnownTo(this DbSet<User> users, Caller caller) => users.FromSql(
        $"""
         select u.* from core.users u
         where u.organization_id = {caller.OrganizationId} and u.deactivated_at is null
           and ({caller.Role != UserRole.Guest} or u.id = {caller.UserId} or exists (
             select from core.acquaintances a where a.user_id = {caller.UserId} and a.other_id = u.id))
         """);

    /// <summary>Whether all of them are known to the caller. An unknown id and a foreign one look alike.</summary>
    public static async Task<bool> Knows(
        this StogramContext db, Caller caller, Guid[] userIds, CancellationToken cancellation) =>
        await db.Users.KnownTo(caller).CountAsync(user => userIds.Contains(user.Id), cancellation) == userIds.Length;
}
