using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Stogram.Host.Startup;
using IPNetwork = System.Net.IPNetwork;

namespace Stogram.Host.Web;

/// <summary>
/// Who is really asking, where a proxy stands in front. Its word (X-Forwarded-For, -Proto, -Host) counts only from the
/// addresses that the operator names: anybody else could claim to be anybody.
/// </summary>
internal static class Proxies
{
    public static IReadOnlyList<IPNetwork> Read(IEnumerable<string> trusted) => [.. trusted.Select(Network)];

    public static void UseTrustedProxies(this WebApplication app, IReadOnlyList<IPNetwork> trusted)
    {
        if (trusted.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // As many as the list of proxies vouches for, and not one more.
            ForwardLimit = null,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in trusted)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new StartupError($"'{text}' in Stogram__TrustedProxies is no address: write for example 10.0.0.5 or 10.0.0.0/8.");
    }
}
