using System.Net;
using System.Net.Sockets;
using Stogram.Core.Limits;

namespace Stogram.Host.Limits;

/// <summary>One use that counts: of what and by whom, and how often that may be. Without a rate it always may.</summary>
internal readonly record struct Ticket(string Key, Rate? Rate)
{
    public static Ticket OfAccount(Limit limit, string account) => new($"{limit.Name}:account:{account}", limit.Account);

    public static Ticket OfAddress(Limit limit, IPAddress? address) => new($"{limit.Name}:address:{Place(address)}", limit.Address);

    /// <summary>Of an IPv6 address the network: whoever has one address of it has them all.</summary>
    private static string Place(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
