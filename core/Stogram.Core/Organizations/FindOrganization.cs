using Microsoft.EntityFrameworkCore;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <summary>By slug, or the oldest one where none is named: a server with one organization never shows the word.</summary>
internal static class FindOrganization
{
    public static Task<Organization?> Named(
        this DbSet<Organization> organizations, string? slug, CancellationToken cancellation) =>
        slug is null
            ? organizations.OrderBy(organization => organization.CreatedAt).FirstOrDefaultAsync(cancellation)
            : organizations.FirstOrDefaultAsync(organization => organization.Slug == slug, cancellation);
}
