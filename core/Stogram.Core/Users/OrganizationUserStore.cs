using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <summary>
/// Identity looks people up by a normalized name across the whole server; names here are unique within an
/// organization. So the normalized name carries the organization: <c>ORGANIZATION ID/NAME</c>.
/// </summary>
internal sealed class OrganizationUserStore(StogramContext db, IdentityErrorDescriber describer)
    : UserOnlyStore<User, StogramContext, Guid>(db, describer)
{
    /// <summary>What to hand to <c>FindByNameAsync</c> and <c>FindByEmailAsync</c>.</summary>
    public static string Key(Guid organizationId, string name) => $"{organizationId}/{name}";

    public override Task SetNormalizedUserNameAsync(User user, string? name, CancellationToken cancellation = default) =>
        base.SetNormalizedUserNameAsync(user, Prefixed(user, name), cancellation);

    public override Task SetNormalizedEmailAsync(User user, string? email, CancellationToken cancellation = default) =>
        base.SetNormalizedEmailAsync(user, Prefixed(user, email), cancellation);

    private static string? Prefixed(User user, string? name) =>
        name is null ? null : Key(user.OrganizationId, name).ToUpperInvariant();
}
