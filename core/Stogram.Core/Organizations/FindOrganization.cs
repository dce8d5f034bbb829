using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <summary>
/// Which organization somebody at the door means: the one whose host name they came by, else the one they name, else
/// the only one there is. A server with one organization never shows the word.
/// </summary>
internal sealed class FindOrganization(StogramContext db, IHttpContextAccessor accessor) : IVerb
{
    public static readonly Refusal Which = Refusal.Invalid("organization", "Several organizations are on this server: name yours.");

    private static readonly Refusal Suspended = Refusal.Forbidden("This organization is suspended. Ask whoever runs the server.");

    public static string HostOf(HttpRequest request) => request.Host.Host.ToLowerInvariant();

    /// <summary>Null where there is none of that name.</summary>
    public async Task<Outcome<Organization?>> Run(string? slug, CancellationToken cancellation)
    {
        var host = HostOf(accessor.HttpContext!.Request);
        var here = db.Organizations.Where(one => one.DeletedAt == null);
        var hosted = await here.FirstOrDefaultAsync(one => one.Hosts.Any(name => name.Host == host), cancellation);
        if (hosted is not null)
        {
            return slug is null || slug == hosted.Slug ? Open(hosted) : (Organization?)null;
        }

        if (slug is not null)
        {
            return Open(await here.FirstOrDefaultAsync(one => one.Slug == slug, cancellation));
        }

        return await here.OrderBy(one => one.Id).Take(2).ToArrayAsync(cancellation) is [var only] ? Open(only) : Which;
    }

    private static Outcome<Organization?> Open(Organization? found) => found?.SuspendedAt is null ? found : Suspended;
}
