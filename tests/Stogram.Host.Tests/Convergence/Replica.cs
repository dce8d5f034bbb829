using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Convergence;

/// <summary>
/// A client as the protocol describes one: keeps what it was told, asks for the rest by sync, and nothing else. It
/// takes an event only if it is the next of its chat, and a row only if its <c>rev</c> is higher than the one it has.
/// </summary>
internal sealed class Replica(TestPerson person)
{
    private string? me;

    private string? now;

    private HubClient? socket;

    public TestPerson Person => person;

    public Dictionary<Guid, ChatCopy> Chats { get; } = [];

    public OwnCopy Own { get; } = new();

    public long? Rev(Guid chatId) => Chats.GetValueOrDefault(chatId)?.Rev;

    public bool IsOnline => socket is not null;

    public async Task Connect(TestServer node)
    {
        socket = await person.Connect(node);
        await Sync();
    }

    public async Task Disconnect()
    {
        await socket!.DisposeAsync();
        socket = null;
    }

    public Task<Answer> Do(string command, object payload) => socket!.Dispatch(command, payload);

    /// <summary>Takes what has arrived meanwhile, and syncs where something before it is missing.</summary>
    public async Task Listen()
    {
        var isBehind = false;
        foreach (var e in socket?.Drain() ?? [])
        {
            isBehind |= !Take(e);
        }

        if (isBehind)
        {
            await Sync();
        }
    }

    public async Task Sync()
    {
        bool more;
        do
        {
            var answer = (await person.Post("/api/sync", new
            {
                chats = Chats.ToDictionary(chat => chat.Key, chat => chat.Value.Cursor),
                me,
                since = now,
            })).Data;
            Own.Sync(answer);
            foreach (var row in answer["chats"]!.AsArray())
            {
                var chatId = (Guid)row!["chat"]!["id"]!;
                Chats.TryAdd(chatId, new());
                Chats[chatId].Take(row);
            }

            foreach (var id in answer["removed"]!.AsArray())
            {
                Chats.Remove((Guid)id!);
            }

            foreach (var hidden in answer["me"]!["hidden"]!.AsArray())
            {
                Hide(hidden!);
            }

            (me, now, more) = ((string?)answer["me"]!["cursor"] ?? me, (string?)answer["now"], (bool)answer["more"]!);
        }
        while (more);
    }

    private bool Take(HubEvent e)
    {
        Own.Take(e);
        switch (e.Name)
        {
            case "sync:required" or "chat:new":
                return false;
            case "chat:removed":
                Chats.Remove((Guid)e.Payload["chatId"]!);
                return true;
            case "message:hidden":
                Hide(e.Payload);
                return true;
            case "message:new" or "message:edited" or "message:deleted" or "message:pinned" or "message:reaction" or "chat:member" or "chat:updated":
                return Chats.TryGetValue((Guid)e.Payload["chatId"]!, out var chat) && chat.Take(e);
            default:
                return true;
        }
    }

    private void Hide(JsonNode hidden)
    {
        if (Chats.TryGetValue((Guid)hidden["chatId"]!, out var chat))
        {
            chat.Hide((long)hidden["seq"]!);
        }
    }
}
