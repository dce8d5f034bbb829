using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Realtime;
using Stogram.Host.Tests.Plugins;
using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

public sealed class RedisBusTests(RedisBusTests.Cluster cluster) : BusTests(cluster), IClassFixture<RedisBusTests.Cluster>
{
    [Fact]
    public async Task A_node_hears_a_chat_only_while_a_member_is_there()
    {
        using var bo = await cluster.Somebody();
        var chatId = await cluster.Ada.PrivateChat(bo);

        var bos = await bo.Connect(cluster.There);
        var whileThere = await cluster.Redis.Subscribers($"*:chat:{chatId}");
        await bos.DisposeAsync();

        Assert.Equal(1, whileThere);
        await PluginCalls.Until(
            async () => await cluster.Redis.Subscribers($"*:chat:{chatId}") == 0, "nobody hears the chat any more");
    }

    [Fact]
    public async Task Another_server_on_the_same_Redis_shares_no_channel()
    {
        await using var other = await TestServer.Start(redis: cluster.Redis.ConnectionString);
        using var zoe = await other.SignUp("zoe");
        await using var zoes = await zoe.Connect();
        await using var adas = await cluster.Ada.Connect();

        var channels = await cluster.Redis.Channels("stogram:*:acquaintances");

        Assert.Equal(channels.Distinct().Count(), channels.Count);
        Assert.True(channels.Count >= 2, string.Join(' ', channels));
    }

    [Fact]
    public async Task Somebody_on_two_nodes_who_leaves_one_is_still_here()
    {
        using var bo = await cluster.Somebody();
        var sockets = await bo.Connect(cluster.Here);
        var others = await bo.Connect(cluster.There);
        var (here, there) = (Whereabouts(cluster.Here), Whereabouts(cluster.There));

        await sockets.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(5));
        var isGoneFromHere = await here.IsGone(bo.Id);
        await others.DisposeAsync();

        Assert.False(isGoneFromHere);
        await PluginCalls.Until(() => there.IsGone(bo.Id), "Bo is gone");
    }

    [Fact]
    public async Task Whom_a_dead_node_left_behind_goes_and_who_is_there_stays()
    {
        using var bo = await cluster.Somebody();
        using var mira = await cluster.Somebody("mira");
        await using var bos = await bo.Connect(cluster.There);
        await cluster.Here.Query($"update core.users set status = 'ONLINE' where id = '{mira.Id}'");

        await PluginCalls.Until(async () => await Status(mira) == "OFFLINE", "Mira is gone");

        Assert.Equal("ONLINE", await Status(bo));
    }

    private static IWhereabouts Whereabouts(TestServer node) => node.Services.GetRequiredService<IWhereabouts>();

    private async Task<string?> Status(TestPerson person) =>
        (string?)(await cluster.Ada.Get($"/api/users/{person.Id}")).Data["status"];

    public sealed class Cluster : TwoNodes
    {
        public TestRedis Redis { get; private set; } = null!;

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Redis.DisposeAsync();
        }

        protected override async Task<(TestServer Here, TestServer There)> Start()
        {
            Redis = await TestRedis.Start();
            var here = await TestServer.Start(redis: Redis.ConnectionString);
            var there = await here.AnotherNode();
            await here.ReachesRedis();
            await there.ReachesRedis();
            return (here, there);
        }
    }
}
