using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <summary>
/// The first account becomes operator, who installs trusted code: it must not be whoever scans first. From this
/// machine it is made just so, from elsewhere only with the one-time code of the set-up link.
/// </summary>
public sealed class FirstAccount
{
    private const long Lock = 0x4669727374;

    public string SetupCode { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static async Task<bool> IsOpen(StogramContext db, CancellationToken cancellation) =>
        !await db.Users.AnyAsync(cancellation);

    /// <summary>True if the account made in this transaction is the first; others wait until it ends.</summary>
    internal async Task<bool> Claim(StogramContext db, CancellationToken cancellation)
    {
        if (!await IsOpen(db, cancellation))
        {
            return false;
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellation);
        return await IsOpen(db, cancellation);
    }

    internal bool Permits(HttpContext http, string? code) =>
        IsThisMachine(http) || (code is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(SetupCode)));

    /// <summary>
    /// A loopback address is not enough: behind a proxy on this machine everybody has one. So nothing may speak
    /// of a proxy, and the browser must have asked for this machine by name.
    /// </summary>
    internal static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase))
        && (http.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));
}
