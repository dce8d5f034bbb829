using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <summary>
/// Addresses of the web app that lead to one organization: by a host name of its own, else by its slug where others are
/// on the server too. They never come from the Host header, which whoever asks can choose.
/// </summary>
internal sealed class OrganizationLinks(StogramContext db, CoreOptions options) : IVerb
{
    public async Task<string> To(Guid organizationId, string query, CancellationToken cancellation)
    {
        var host = await db.OrganizationHosts.Where(name => name.OrganizationId == organizationId)
            .OrderBy(name => name.Place).Select(name => name.Host).FirstOrDefaultAsync(cancellation);
        if (host is not null)
        {
            return $"{new UriBuilder(options.PublicUrl) { Host = host }.Uri.ToString().TrimEnd('/')}/?{query}";
        }

        var slugs = await db.Organizations.Where(one => one.DeletedAt == null || one.Id == organizationId)
            .OrderByDescending(one => one.Id == organizationId).Take(2).Select(one => one.Slug).ToArrayAsync(cancellation);
        return slugs.Length == 1 ? $"{options.PublicUrl}/?{query}" : $"{options.PublicUrl}/?organization={slugs[0]}&{query}";
    }
}
