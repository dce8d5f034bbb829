using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Stogram.Testing.Server;

/// <summary>
/// A small client of the hub: SignalR's JSON protocol over a bare WebSocket, without negotiation
/// (https://github.com/dotnet/aspnetcore, src/SignalR/docs/specs/HubProtocol.md).
/// </summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char RecordSeparator = '\u001e';

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Answer>> _calls = [];
    private readonly Channel<HubEvent> _events = Channel.CreateUnbounded<HubEvent>();
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    private HubClient()
    {
    }

    /// <summary>Ends when the socket does, whoever closed it.</summary>
    public Task Closed => _reading;

    /// <summary>Returns once the server has joined this connection to its chats.</summary>
    public static async Task<HubClient> Connect(Uri server, string accessToken)
    {
        var client = new HubClient();
        var url = new UriBuilder(server) { Scheme = "ws", Path = "/hub", Query = $"access_token={accessToken}" };
        using var patience = new CancellationTokenSource(Patience);
        await client._socket.ConnectAsync(url.Uri, patience.Token);
        await client.Send("""{"protocol":"json","version":1}""");
        client._reading = client.Read();
        await client.Next("sync:required");
        return client;
    }

    public async Task<Answer> Dispatch(string type, object payload)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString(CultureInfo.InvariantCulture);
        var answer = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(JsonSerializer.Serialize(
            new { type = 1, invocationId = id, target = "dispatch", arguments = new object[] { type, payload } }));
        return await answer.Task.WaitAsync(Patience);
    }

    public Task<Answer> Send(Guid chatId, string content, Guid? id = null) =>
        Dispatch("message:send", new { id = id ?? Guid.CreateVersion7(), chatId, content });

    /// <summary>The next event of a name; those of other names in between are dropped.</summary>
    public async Task<JsonNode> Next(string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var received = await _events.Reader.ReadAsync(patience.Token);
            if (received.Name == name)
            {
                return received.Payload;
            }
        }
    }

    /// <summary>The next message that somebody wrote; lines of the host in between are dropped.</summary>
    public async Task<JsonNode> NextSaid()
    {
        while (true)
        {
            var message = await Next("message:new");
            if (message["type"]!.GetValue<string>() != "SYSTEM")
            {
                return message;
            }
        }
    }

    /// <summary>Everything that has arrived and was not asked for.</summary>
    public List<HubEvent> Drain()
    {
        var all = new List<HubEvent>();
        while (_events.Reader.TryRead(out var received))
        {
            all.Add(received);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
    }

    private async Task Send(string json)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(
                Encoding.UTF8.GetBytes(json + RecordSeparator), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Read()
    {
        var text = new MemoryStream();
        var buffer = new byte[16384];
        try
        {
            while (_socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                text.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Receive(Encoding.UTF8.GetString(text.ToArray()));
                    text.SetLength(0);
                }
            }
        }
        catch (WebSocketException)
        {
            // The other side went away without a word: closed is closed.
        }

        _events.Writer.TryComplete();
        foreach (var call in _calls.Values)
        {
            call.TrySetException(new IOException("The connection was closed."));
        }
    }

    private void Receive(string frames)
    {
        foreach (var frame in frames.Split(RecordSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var message = JsonNode.Parse(frame)!;
            switch (message["type"]?.GetValue<int>())
            {
                case 1:
                    _events.Writer.TryWrite(new(message["target"]!.GetValue<string>(), message["arguments"]![0]!));
                    break;
                case 3 when _calls.TryRemove(message["invocationId"]!.GetValue<string>(), out var call):
                    Complete(call, message);
                    break;
            }
        }
    }

    private static void Complete(TaskCompletionSource<Answer> call, JsonNode message)
    {
        if (message["result"] is { } envelope)
        {
            call.TrySetResult(new(200, envelope));
        }
        else
        {
            call.TrySetException(new InvalidOperationException(message.ToJsonString()));
        }
    }
}

public sealed record HubEvent(string Name, JsonNode Payload)
{
    /// <summary>A message that somebody wrote.</summary>
    public bool IsSaid => Name == "message:new" && Payload["type"]!.GetValue<string>() != "SYSTEM";
}
