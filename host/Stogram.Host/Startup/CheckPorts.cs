using System.Net;
using System.Net.Sockets;

namespace Stogram.Host.Startup;

/// <summary>Tells of a taken port before a cluster is started for nothing.</summary>
internal static class CheckPorts
{
    public static void AreFree(IEnumerable<string> urls)
    {
        foreach (var url in urls.Select(BindingAddress.Parse))
        {
            foreach (var address in Addresses(url.Host))
            {
                Check(url, address);
            }
        }
    }

    public static StartupError Taken(string url) =>
        new($"The port of {url} is taken by another program: stop it or choose another with --urls.");

    private static IPAddress[] Addresses(string host) =>
        Hosts.IsLocalhost(host) ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [Hosts.Address(host) ?? IPAddress.Any];

    private static void Check(BindingAddress url, IPAddress address)
    {
        try
        {
            using var probe = new TcpListener(address, url.Port);
            probe.Start();
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw Taken(url.ToString());
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new StartupError($"Only root may listen on {url}: choose a port from 1024 up with --urls.");
        }
        catch (SocketException) when (address.Equals(IPAddress.IPv6Loopback))
        {
            // A machine without IPv6: Kestrel then serves localhost on IPv4 alone.
        }
        catch (SocketException error)
        {
            throw new StartupError($"{url} cannot be listened on: {error.Message}.");
        }
    }
}
