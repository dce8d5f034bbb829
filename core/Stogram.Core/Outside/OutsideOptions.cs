using System.Net;

namespace Stogram.Core.Outside;

/// <summary>How far this server goes for others.</summary>
/// <param name="Allowed">Places of the operator's own network that may be reached all the same.</param>
public sealed record OutsideOptions(params IReadOnlyList<IPEndPoint> Allowed)
{
    /// <summary>For one answer, from looking up the name to its last byte, over all redirects.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Asks the name server.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> LookUp { get; init; } = System.Net.Dns.GetHostAddressesAsync;
}
