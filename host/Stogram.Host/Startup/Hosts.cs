using System.Net;

namespace Stogram.Host.Startup;

internal static class Hosts
{
    public static bool IsLocalhost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    public static bool IsLoopback(string host) => IsLocalhost(host) || (Address(host) is { } address && IPAddress.IsLoopback(address));

    /// <summary>Null for a name or a wildcard, which Kestrel binds on every address.</summary>
    public static IPAddress? Address(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null;

    public static string Reachable(HostSettings settings, WebApplication app) =>
        settings.PublicUrl ?? Reachable(app.Urls.First());

    /// <summary>The address to show to a person: a wildcard cannot be opened in a browser.</summary>
    public static string Reachable(string url)
    {
        var address = BindingAddress.Parse(url);
        var isAny = Address(address.Host) is null || Address(address.Host)!.Equals(IPAddress.Any)
            || Address(address.Host)!.Equals(IPAddress.IPv6Any);
        return $"{address.Scheme}://{(isAny ? "localhost" : address.Host)}:{address.Port}";
    }
}
