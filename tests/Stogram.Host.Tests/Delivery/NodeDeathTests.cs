using System.Net.Http.Headers;
using Stogram.Host.Tests.Plugins;
using Stogram.Host.Tests.Realtime;
using Stogram.Host.Tests.Startup;
using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Delivery;

/// <summary>Two nodes serve one database. One of them dies without a word; its people go to the other.</summary>
public sealed class NodeDeathTests
{
    private const int Clients = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_node_killed_under_load_loses_and_doubles_nothing_takes_its_people_offline_and_stops_nobody_else()
    {
        await using var redis = await TestRedis.Start();
        await using var here = await TestServer.Start(redis: redis.ConnectionString);
        using var home = new HostHome();
        await using var there = await Node(here, home, redis);
        await here.ReachesRedis();
        using var ada = await here.SignUp("ada");
        using var bo = await here.SignUp("bo");
        using var mira = await here.SignUp("mira");
        var atrium = await ada.Group("atrium", bo, mira);
        await using var bos = await bo.Connect();
        await using var miras = await HubClient.Connect(new(home.Url), mira.AccessToken);
        using var other = new HttpClient { BaseAddress = new(home.Url) };
        other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ada.AccessToken);
        var senders = new Senders(atrium);
        using var enough = new CancellationTokenSource();
        await PluginCalls.Until(async () => await Status(here, mira) == "ONLINE", "Mira is here");

        var sending = senders.Start(Clients, [ada.Http, other], enough.Token);
        await senders.More(10 * Clients);
        var heardOfBoth = (await miras.Next("message:new"), await bos.Next("message:new"));
        await there.Murder();
        await miras.Closed.WaitAsync(Patience);
        await senders.More(10 * Clients);
        await PluginCalls.Until(async () => await Status(here, mira) == "OFFLINE", "Mira is gone");
        await enough.CancelAsync();
        await sending.WaitAsync(Patience);
        var stored = await senders.Stored(ada.Http);
        await using var again = await mira.Connect(here);
        await bos.Send(atrium, "Where were you?");

        Assert.NotNull(heardOfBoth.Item1);
        Assert.Equal(senders.Sent, senders.Acknowledged.Count);
        Assert.Equal(senders.Acknowledged.OrderBy(message => message.Value), stored.OrderBy(message => message.Value));
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(seq => (long)seq), stored.Values.Order());
        Assert.Equal("ONLINE", await Status(here, bo));
        Assert.Equal(stored.Count + 1, (long)(await again.Next("message:new"))["seq"]!);
    }

    private static Task<HostProcess> Node(TestServer first, HostHome home, TestRedis redis) => HostProcess.Start(home, environment: new()
    {
        ["Stogram__Database__ConnectionString"] = first.ConnectionString,
        ["Stogram__Redis__ConnectionString"] = redis.ConnectionString,
        ["Stogram__Redis__NodeExpiry"] = "00:00:03",
        ["Stogram__Keys__Folder"] = Path.Combine(first.DataFolder, "keys"),
        ["Stogram__Uploads__Folder"] = Path.Combine(first.DataFolder, "uploads"),
    });

    private static async Task<string?> Status(TestServer server, TestPerson person) =>
        (string?)await server.Query($"select status from core.users where id = '{person.Id}'");
}
