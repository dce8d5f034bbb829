using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Stogram.Core.Outside;

/// <param name="Address">Where it came from in the end.</param>
/// <param name="Type">What it is said to be.</param>
/// <param name="IsWhole">False where there was more of it than was wanted.</param>
internal sealed record OutsideBody(Uri Address, MediaTypeHeaderValue Type, byte[] Bytes, bool IsWhole);

/// <summary>
/// The one way to addresses that somebody else named: what people write must not make this server knock on doors of the
/// network it stands in. An address is looked at when the connection is made, and it is that address which is connected
/// to: a name that leads elsewhere a moment later changes nothing. So it is for every redirect. Nobody's cookies or
/// credentials go along, and whatever is slow, large or of another kind is left.
/// </summary>
internal sealed class OutsideHttp : IDisposable
{
    private const int MostRedirects = 4;

    private const int MostAtOnce = 8;

    private static readonly HashSet<int> Ports = [80, 443];

    private readonly OutsideOptions options;

    private readonly SemaphoreSlim turns = new(MostAtOnce);

    private readonly HttpClient http;

    public OutsideHttp(OutsideOptions options)
    {
        this.options = options;
        http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = Connect,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            // Which request of ours led there is nobody's business.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromSeconds(30),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Stogram (link preview)");
    }

    /// <summary>Null where nothing can be had there, whatever the reason.</summary>
    /// <param name="most">How many bytes are wanted, unpacked, of what is said to be of a type; none of another.</param>
    public async Task<OutsideBody?> Get(Uri address, Func<string, int> most, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Patience);
        try
        {
            await turns.WaitAsync(patience.Token);
            try
            {
                return await Take(address, most, patience.Token);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        turns.Dispose();
    }

    private async Task<OutsideBody?> Take(Uri address, Func<string, int> most, CancellationToken cancellation)
    {
        using var response = await Follow(address, cancellation);
        if (response is not { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType: { MediaType: { } type } said }
            || most(type) is not (> 0 and var bytes))
        {
            return null;
        }

        var (read, isWhole) = await Read(response.Content, bytes, cancellation);
        return new(response.RequestMessage!.RequestUri!, said, read, isWhole);
    }

    private async Task<HttpResponseMessage?> Follow(Uri address, CancellationToken cancellation)
    {
        for (var left = MostRedirects; IsWeb(address); left--)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (left == 0 || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next)
            {
                return response;
            }

            response.Dispose();
            address = new Uri(address, next);
        }

        return null;
    }

    private static bool IsWeb(Uri address) => address.Scheme is "http" or "https" && address.UserInfo.Length == 0;

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] open = [.. (await options.LookUp(host, cancellation)).Where(address => MayReach(address, port))];
        if (open.Length == 0)
        {
            throw new HttpRequestException("Not an address of the open internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool MayReach(IPAddress address, int port) =>
        (Ports.Contains(port) && PublicAddress.Is(address)) || options.Allowed.Contains(new IPEndPoint(address, port));

    private static async Task<(byte[] Bytes, bool IsWhole)> Read(HttpContent content, int most, CancellationToken cancellation)
    {
        await using var body = await content.ReadAsStreamAsync(cancellation);
        using var read = new MemoryStream();
        var buffer = new byte[1 << 14];
        int some;
        while (read.Length < most && (some = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            read.Write(buffer, 0, Math.Min(some, most - (int)read.Length));
        }

        return (read.ToArray(), read.Length < most);
    }
}
