using System.Net.WebSockets;

namespace Stogram.Load.People;

internal delegate void FrameHandler(ReadOnlySpan<byte> frame);

/// <summary>
/// SignalR's JSON protocol on bytes, over a bare WebSocket without negotiation. It shares the processors with what it
/// measures, so it parses nothing that is not needed.
/// </summary>
internal sealed class HubSocket : IAsyncDisposable
{
    private const byte End = 0x1e;

    private static readonly byte[] Handshake = [.. "{\"protocol\":\"json\",\"version\":1}"u8, End];

    private static readonly byte[] Ping = [.. "{\"type\":6}"u8, End];

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FrameHandler handle;
    private byte[] buffer = new byte[2048];
    private Task reading = Task.CompletedTask;

    private HubSocket(FrameHandler handle)
    {
        this.handle = handle;
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    /// <summary>Returns once the server has joined this socket to its chats.</summary>
    public static async Task<HubSocket> Open(Uri url, FrameHandler handle, CancellationToken cancellation)
    {
        var hub = new HubSocket(handle);
        await hub.socket.ConnectAsync(url, cancellation);
        await hub.socket.SendAsync(Handshake, WebSocketMessageType.Text, true, cancellation);
        hub.reading = hub.Read();
        await hub.ready.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellation);
        return hub;
    }

    /// <summary>The server hangs up on those it has not heard of for half a minute.</summary>
    public Task KeepAlive() => Send(Ping);

    public async Task Send(byte[] frame)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
    }

    private async Task Read()
    {
        try
        {
            var filled = 0;
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    throw new IOException("The server closed the connection.");
                }

                filled = Take(filled + part.Count);
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception e)
        {
            ready.TrySetException(e);
        }
    }

    /// <summary>Handles whole frames and moves the rest to the front.</summary>
    private int Take(int filled)
    {
        var rest = buffer.AsSpan(0, filled);
        for (var end = rest.IndexOf(End); end >= 0; end = rest.IndexOf(End))
        {
            Handle(rest[..end]);
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(buffer);
        return rest.Length;
    }

    private void Handle(ReadOnlySpan<byte> frame)
    {
        if (!ready.Task.IsCompleted && frame.IndexOf("sync:required"u8) >= 0)
        {
            ready.TrySetResult();
        }
        else
        {
            handle(frame);
        }
    }
}
