using System.Net.Http.Headers;
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
        var senders = new Senders(await Furnish(http));
        using var enough = new CancellationTokenSource();

        var sending = senders.Start(Clients, [http], enough.Token);
        for (var round = 0; round < Rounds; round++)
        {
            await senders.More(Clients);
            host = await Kill(round, host, home);
        }

        await senders.More(Clients);
        await enough.CancelAsync();
        await sending;
        var stored = await senders.Stored(http);
        await host.DisposeAsync();

        Assert.Equal(senders.Sent, senders.Acknowledged.Count);
        Assert.Equal(senders.Acknowledged.OrderBy(message => message.Value), stored.OrderBy(message => message.Value));
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
}
