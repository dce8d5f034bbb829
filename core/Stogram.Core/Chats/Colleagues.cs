using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

internal static class Colleagues
{
    /// <summary>Whether all of them are active people of the caller's organization. An unknown id and a foreign one look alike.</summary>
    public static async Task<bool> AreColleagues(
        this StogramContext db, Caller caller, Guid[] userIds, CancellationToken cancellation) =>
        await db.Users.CountAsync(
            user => userIds.Contains(user.Id)
                && user.OrganizationId == caller.OrganizationId
                && user.DeactivatedAt == null,
            cancellation) == userIds.Length;
}
