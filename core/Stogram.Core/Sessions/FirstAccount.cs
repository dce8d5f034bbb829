using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>
/// The first account of an organization owns it, and the first of the server becomes operator too, who installs trusted
/// code: it must not be whoever scans first. From this machine it is made just so, from elsewhere only with the code of
/// the set-up link, which is good until there is an account.
/// </summary>
public sealed class FirstAccount
{
    private const long Lock = 0x4669727374;

    private readonly byte[] key;

    internal FirstAccount(Keys keys) => key = keys.SetupLinks;

    public static async Task<bool> IsOpen(StogramContext db, Guid organizationId, CancellationToken cancellation) =>
        !await db.Users.AnyAsync(user => user.OrganizationId == organizationId, cancellation);

    public string SetupCode(Guid organizationId) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, organizationId.ToByteArray()));

    /// <summary>Whether the account made in this transaction is the first; others wait until it ends.</summary>
    internal static async Task<(bool OfServer, bool OfOrganization)> Claim(
        StogramContext db, Guid organizationId, CancellationToken cancellation)
    {
        if (!await IsOpen(db, organizationId, cancellation))
        {
            return (false, false);
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellation);
        var isFirst = await IsOpen(db, organizationId, cancellation);
        return (isFirst && !await db.Users.AnyAsync(cancellation), isFirst);
    }

    internal bool Permits(HttpContext http, Guid organizationId, string? code) =>
        IsThisMachine(http) || (code is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(SetupCode(organizationId))));

    /// <summary>
    /// A loopback address is not enough: behind a proxy on this machine everybody has one. So nothing may speak
    /// of a proxy, and the browser must have asked for this machine by name.
    /// </summary>
    internal static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
            // What a trusted proxy said is put in place, and these remain of it.
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase))
        && (http.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));
}
