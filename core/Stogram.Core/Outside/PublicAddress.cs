using System.Net;
using System.Net.Sockets;

namespace Stogram.Core.Outside;

/// <summary>Which addresses belong to the open internet, by the registries of special addresses (RFC 6890 and later).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            // Tunnels among them (Teredo, 6to4): they lead to an IPv4 address that would not be looked at.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address) => Bare(address) is var bare
        && (bare.AddressFamily == AddressFamily.InterNetwork || Unicast.Contains(bare))
        && !Array.Exists(Special, network => network.Contains(bare));

    /// <summary>The IPv4 address behind the forms of IPv6 that lead to one.</summary>
    private static IPAddress Bare(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes()[12..])
        : address;
}
