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

    private static readonly TimeSpan Load = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task After_kill_9_while_20_clients_send_every_acknowledged_message_is_there_once()
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
        for (var kill = 0; kill < 2; kill++)
        {
            await Task.Delay(Load);
            await host.Murder(home.Postmaster);
            await host.DisposeAsync();
            host = await HostProcess.Start(home);
        }

        await Task.Delay(Load);
        await enough.CancelAsync();
        await Task.WhenAll(clients);
        var stored = await History(http, chatId);
        await host.DisposeAsync();

        Assert.Equal(sent.Count, acknowledged.Count);
        Assert.Equal(acknowledged.OrderBy(message => message.Value), stored.OrderBy(message => message.Value));
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(seq => (long)seq), stored.Values.Order());
        Assert.True(stored.Count > Clients, $"Only {stored.Count} messages were sent: the load was too small to prove anything.");
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
