using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Delivery;

/// <summary>Clients that send one message after another, each retried under its id until it is acknowledged.</summary>
internal sealed class Senders(Guid chatId)
{
    private readonly ConcurrentDictionary<Guid, long> acknowledged = [];

    private int sent;

    public int Sent => sent;

    public IReadOnlyDictionary<Guid, long> Acknowledged => acknowledged;

    /// <param name="doors">Where to try, by turns: nodes of one server.</param>
    /// <param name="enough">Ends it after the message that is on its way.</param>
    public Task Start(int clients, HttpClient[] doors, CancellationToken enough) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => Send(client, doors, enough), CancellationToken.None)));

    /// <summary>Returns in the middle of the load: when so many more are acknowledged, and a random moment later.</summary>
    public async Task More(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var before = acknowledged.Count; acknowledged.Count < before + count;)
        {
            await Task.Delay(10, patience.Token);
        }

        await Task.Delay(Random.Shared.Next(200), CancellationToken.None);
    }

    /// <summary>All that is stored, by id.</summary>
    public async Task<Dictionary<Guid, long>> Stored(HttpClient http)
    {
        var all = new List<JsonNode>();
        JsonArray page;
        do
        {
            var before = all.Count == 0 ? "" : $"&before={all[^1]["seq"]}";
            page = (await http.Call(HttpMethod.Get, $"/api/messages/chat/{chatId}?limit=100{before}")).Data.AsArray();
            all.AddRange(page!);
        }
        while (page.Count > 0);
        return all.ToDictionary(message => (Guid)message["id"]!, message => (long)message["seq"]!);
    }

    private async Task Send(int door, HttpClient[] doors, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            Interlocked.Increment(ref sent);
            while (!acknowledged.ContainsKey(id))
            {
                try
                {
                    var answer = await doors[door % doors.Length].Call(
                        HttpMethod.Post, "/api/messages", new { id, chatId, content = "Still standing" });
                    acknowledged[id] = (long)answer.Data["seq"]!;
                }
                catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
                {
                    door++;
                    await Task.Delay(100, CancellationToken.None);
                }
            }
        }
    }
}
