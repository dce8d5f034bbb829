using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Stogram.Core.Messages;
using Stogram.Core.Shared;

namespace Stogram.Load.References;

/// <summary>A broadcast by hand: one serialization, one write per socket, in the frames of SignalR so that the client fits.</summary>
internal sealed class BareSockets
{
    private static readonly byte[] Hello = Frame("{}"u8);

    private static readonly byte[] Joined = Frame("{\"type\":1,\"target\":\"sync:required\",\"arguments\":[{}]}"u8);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Line, bool>> chats = [];

    public async Task Serve(HttpContext context)
    {
        var socket = await context.WebSockets.AcceptWebSocketAsync();
        var line = new Line(socket, Guid.Parse(context.Request.Query["person"].ToString()));
        var chat = chats.GetOrAdd(context.Request.Query["chat"].ToString(), _ => []);
        var writing = line.Write();
        try
        {
            line.Say(Hello);
            chat[line] = true;
            line.Say(Joined);
            await Read(line, chat);
        }
        catch (WebSocketException)
        {
            // The client went away.
        }

        chat.TryRemove(line, out _);
        line.End();
        await writing;
    }

    private static async Task Read(Line line, ConcurrentDictionary<Line, bool> chat)
    {
        var buffer = new byte[4096];
        while (await line.Socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
        {
            if (JsonElement.Parse(buffer.AsSpan(0, part.Count - 1)) is var frame && frame.TryGetProperty("arguments"u8, out var arguments))
            {
                Broadcast(line, chat, frame.GetProperty("invocationId"u8).GetString()!, arguments[1]);
            }
        }
    }

    private static void Broadcast(Line from, ConcurrentDictionary<Line, bool> chat, string invocation, JsonElement payload)
    {
        var message = BareMessage.Make(from.Person, payload);
        var text = JsonSerializer.SerializeToUtf8Bytes(message, CoreJson.Default.MessageView);
        var news = Frame("{\"type\":1,\"target\":\"message:new\",\"arguments\":["u8, text, "]}"u8);
        foreach (var (line, _) in chat)
        {
            line.Say(news);
        }

        from.Say(Frame(
            System.Text.Encoding.UTF8.GetBytes($"{{\"type\":3,\"invocationId\":\"{invocation}\",\"result\":{{\"success\":true,\"data\":"),
            text, "}}"u8));
    }

    private static byte[] Frame(ReadOnlySpan<byte> start, ReadOnlySpan<byte> text = default, ReadOnlySpan<byte> end = default) =>
        [.. start, .. text, .. end, 0x1e];

    private sealed class Line(WebSocket socket, Guid person)
    {
        private readonly Channel<byte[]> waiting = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });

        public WebSocket Socket => socket;

        public Guid Person => person;

        public void Say(byte[] frame) => waiting.Writer.TryWrite(frame);

        public void End() => waiting.Writer.Complete();

        public async Task Write()
        {
            try
            {
                await foreach (var frame in waiting.Reader.ReadAllAsync())
                {
                    await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
                }
            }
            catch (WebSocketException)
            {
                // The client went away.
            }
        }
    }
}
