using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions.Passkeys;

/// <summary>
/// Where passkeys are good (WebAuthn's relying party): the host name of an organization where somebody came by one, else
/// the public address; never a Host header that is neither, which whoever asks can choose. A browser takes no IP address
/// for it; of this machine it takes the name localhost.
/// </summary>
internal sealed class PasskeyPlace(
    StogramContext db, UserManager<User> users, CoreOptions options, IHttpContextAccessor accessor) : IVerb
{
    private const string ThisMachine = "localhost";

    /// <summary>Identity's handler for passkeys of this place; null where there can be none.</summary>
    public async Task<IPasskeyHandler<User>?> Handler(CancellationToken cancellation)
    {
        var place = await Find(cancellation);
        var domain = place switch
        {
            { IsLoopback: true } => ThisMachine,
            { HostNameType: UriHostNameType.Dns } => place.IdnHost,
            _ => null,
        };
        return domain is null ? null : new PasskeyHandler<User>(users, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = domain,
            // Both make it two factors, the device and what unlocks it, and let the device say whose it is.
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
            AuthenticatorTimeout = Challenges.Lifetime,
            ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin) && IsSame(origin, place)),
        }));
    }

    private async Task<Uri> Find(CancellationToken cancellation)
    {
        var (request, host) = (accessor.HttpContext!.Request, FindOrganization.HostOf(accessor.HttpContext.Request));
        return await db.Organizations.AnyAsync(one => one.DeletedAt == null && one.Hosts.Any(name => name.Host == host), cancellation)
            ? new($"{request.Scheme}://{request.Host}")
            : new(options.PublicUrl);
    }

    // The port of this machine's own server may be any: nobody else can be localhost.
    private static bool IsSame(Uri origin, Uri place) => place.IsLoopback
        ? origin.Host == ThisMachine
        : origin.Scheme == place.Scheme && origin.IdnHost == place.IdnHost && origin.Port == place.Port;
}
