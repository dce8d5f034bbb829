using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Stogram.Host.Tests.Startup;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Delivery;

/// <summary>Acknowledged means stored: whatever is killed, and whenever.</summary>
public sealed class CrashTests
{
    private const int Clients = 20;

    private const int Rounds = 20;

    [Fact]
    public async Task After_20_times_kill_9_while_20_clients_send_every_acknowledged_message_is_there_once()
    {
        using var home = new HostHome();
        var host = await HostProcess.Start(home);
        using var http = new HttpClient { BaseAddress = new Uri(home.Url) };
        var chatId = await Furnish(http);
        var acknowledged = new ConcurrentDictionary<Guid, long>();
        var sent = new ConcurrentDictionary<Guid, bool>();
        using var enough = new CancellationTokenSource();

        var clients = Enumerable.Range(0, Clients)
            .Select(_ => Task.Run(() => SendUntil(http, chatId, sent, acknowledged, enough.Token))).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            await More(acknowledged);
            host = await Kill(round, host, home);
        }

        await More(acknowledged);
        await enough.CancelAsync();
        await Task.WhenAll(clients);
        var stored = await History(http, chatId);
        await host.DisposeAsync();

        Assert.Equal(sent.Count, acknowledged.Count);
        Assert.Equal(acknowledged.OrderBy(message => message.Value), stored.OrderBy(message => message.Value));
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(seq => (long)seq), stored.Values.Order());
    }

    /// <summary>The server, the database under it, and both at once, by turns.</summary>
    private static async Task<HostProcess> Kill(int round, HostProcess host, HostHome home)
    {
        if (round % 3 == 1)
        {
            _ = HostProcess.SendSignal(home.Postmaster, 9);
            return host;
        }

        await host.Murder(round % 3 == 0 ? [] : [home.Postmaster]);
        await host.DisposeAsync();
        return await HostProcess.Start(home);
    }

    /// <summary>Returns in the middle of the load: when the clients have got on a little, and a random moment later.</summary>
    private static async Task More(ConcurrentDictionary<Guid, long> acknowledged)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var before = acknowledged.Count; acknowledged.Count < before + Clients;)
        {
            await Task.Delay(10, patience.Token);
        }

        await Task.Delay(Random.Shared.Next(200));
    }

    private static async Task<Guid> Furnish(HttpClient http)
    {
        var ada = await http.Call(HttpMethod.Post, "/api/auth/register", new
        {
            email = "ada@example.org",
            username = "ada",
            password = TestPerson.Password,
        });
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string?)ada.Data["accessToken"]);
        var chat = await http.Call(
            HttpMethod.Post, "/api/chats", new { type = "GROUP", name = "Atrium", memberIds = Array.Empty<Guid>() });
        return (Guid)chat.Data["id"]!;
    }

    /// <summary>Sends one message after another; each is retried under its id until it is acknowledged.</summary>
    private static async Task SendUntil(
        HttpClient http,
        Guid chatId,
        ConcurrentDictionary<Guid, bool> sent,
        ConcurrentDictionary<Guid, long> acknowledged,
        CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            sent[id] = true;
            while (!acknowledged.ContainsKey(id))
            {
                try
                {
                    var answer = await http.Call(
                        HttpMethod.Post, "/api/messages", new { id, chatId, content = "Still standing" });
                    acknowledged[id] = (long)answer.Data["seq"]!;
                }
                catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
                {
                    await Task.Delay(100, CancellationToken.None);
                }
            }
        }
    }

    private static async Task<Dictionary<Guid, long>> History(HttpClient http, Guid chatId)
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
}
