using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Stogram.Testing.Server;

/// <summary>A mail server that takes everything and shows it (RFC 5321, as much as a client needs).</summary>
public sealed class MailSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _letters = Channel.CreateUnbounded<string>();

    public MailSink()
    {
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The next letter with its head; lines that were folded for the way are whole again.</summary>
    public async Task<string> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _letters.Reader.ReadAsync(patience.Token);
    }

    public bool IsEmpty => _letters.Reader.Count == 0;

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, new ASCIIEncoding()) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync() is { } line && line != "QUIT")
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 Go on");
                _letters.Writer.TryWrite(await Letter(reader));
            }

            await writer.WriteLineAsync("250 OK");
        }
    }

    private static async Task<string> Letter(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.AppendLine(line);
        }

        // Quoted-printable (RFC 2045): soft breaks, and the equals sign itself.
        return text.ToString().Replace("=\r\n", "").Replace("=\n", "").Replace("=3D", "=");
    }
}
