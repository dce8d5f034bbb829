using Stogram.Host.Tests.Plugins;
using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

/// <summary>Removal and revocation reach other nodes by the database, whatever happens to the ways in between.</summary>
public sealed class ControlTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Nodes_without_any_bus_between_them_follow_removals_joins_and_revocations()
    {
        await using var here = await TestServer.Start();
        var there = await here.AnotherNode();
        using var ada = await here.SignUp("ada");
        using var bo = await here.SignUp("bo");
        using var mira = await here.SignUp("mira");
        var atrium = await ada.Group("atrium", bo, mira);
        await using var bos = await bo.Connect(there);
        await using var miras = await mira.Connect(there);

        await ada.Delete($"/api/chats/{atrium}/members/{mira.Id}");
        await Task.Delay(Promised);
        await bos.Send(atrium, "Between us");
        await bos.NextSaid();
        var afterRemoval = miras.Drain();
        await ada.Post($"/api/chats/{atrium}/members", new { userIds = new[] { mira.Id } });
        await miras.Next("sync:required");
        await bos.Send(atrium, "Welcome back");
        var welcome = await miras.NextSaid();
        await mira.Post("/api/auth/logout");
        await miras.Closed.WaitAsync(Patience);

        Assert.DoesNotContain(afterRemoval, e => e.IsSaid);
        Assert.Equal("Welcome back", (string?)welcome["content"]);
    }

    [Fact]
    public async Task A_removal_holds_although_the_listening_connection_was_broken_meanwhile()
    {
        await using var here = await TestServer.Start();
        var there = await here.AnotherNode();
        using var ada = await here.SignUp("ada");
        using var bo = await here.SignUp("bo");
        using var mira = await here.SignUp("mira");
        var atrium = await ada.Group("atrium", bo, mira);
        await using var bos = await bo.Connect(there);
        await using var miras = await mira.Connect(there);

        var broken = await here.Query(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_visible_in_snapshot%'
            """);
        await ada.Delete($"/api/chats/{atrium}/members/{mira.Id}");
        await Task.Delay(Promised);
        await bos.Send(atrium, "Between us");
        await bos.NextSaid();

        Assert.Equal(2L, broken);
        Assert.DoesNotContain(miras.Drain(), e => e.IsSaid);
    }

    [Fact]
    public async Task A_node_that_lost_the_database_delivers_nothing_until_it_knows_who_may_hear_it()
    {
        await using var redis = await TestRedis.Start();
        await using var here = await TestServer.Start(redis: redis.ConnectionString);
        var there = await here.AnotherNode(throughLine: true);
        await here.ReachesRedis();
        await there.ReachesRedis();
        using var ada = await here.SignUp("ada");
        using var bo = await here.SignUp("bo");
        using var mira = await here.SignUp("mira");
        using var phone = await bo.OnAnotherDevice();
        var atrium = await ada.Group("atrium", bo, mira);
        await using var bos = await bo.Connect(there);
        await using var miras = await mira.Connect(there);
        await using var phones = await phone.Connect(there);

        there.Line.Cut();
        await ada.Delete($"/api/chats/{atrium}/members/{mira.Id}");
        await phone.Post("/api/auth/logout");
        await Task.Delay(Promised);
        await ada.Send(atrium, "Between us");
        await Task.Delay(Promised);
        var (beforeBo, beforeMira) = (bos.Drain(), miras.Drain());
        there.Line.Mend();
        var heard = await bos.NextSaid();
        await bos.Next("sync:required");
        await phones.Closed.WaitAsync(Patience);

        Assert.DoesNotContain(beforeBo.Concat(beforeMira), e => e.IsSaid);
        Assert.Equal("Between us", (string?)heard["content"]);
        Assert.DoesNotContain(miras.Drain().Concat(phones.Drain()), e => e.IsSaid);
    }

    [Fact]
    public async Task However_a_session_ends_its_sockets_are_cut()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        await using var adas = await ada.Connect();
        await using var bos = await bo.Connect();

        await server.Query($"delete from core.sessions where user_id = '{ada.Id}'");
        await server.Query($"update core.users set deactivated_at = now() where id = '{bo.Id}'");

        await adas.Closed.WaitAsync(Patience);
        await bos.Closed.WaitAsync(Patience);
    }
}
