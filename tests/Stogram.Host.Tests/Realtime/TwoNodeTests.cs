using Stogram.Host.Tests.Plugins;
using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

/// <summary>Two hosts on one database are one server.</summary>
public sealed class TwoNodeTests
{
    [Fact]
    public async Task Two_writers_number_a_chat_without_gap_and_one_id_is_one_message()
    {
        await using var redis = await TestRedis.Start();
        await using var here = await TestServer.Start(redis: redis.ConnectionString);
        var there = await here.AnotherNode();
        await here.ReachesRedis();
        await there.ReachesRedis();
        using var ada = await here.SignUp("ada");
        using var bo = await here.SignUp("bo");
        using var mira = await here.SignUp("mira");
        var atrium = await ada.Group("atrium", bo, mira);
        await using var adas = await ada.Connect(here);
        await using var again = await ada.Connect(there);
        await using var bos = await bo.Connect(there);
        await using var miras = await mira.Connect(there);
        Guid[] ids = [.. Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7())];

        var answers = await Task.WhenAll(ids.SelectMany(id => new[]
        {
            adas.Send(atrium, $"{id}", id), again.Send(atrium, $"{id}", id), bos.Send(atrium, "Bo too"),
        }));
        var heard = new List<long>();
        while (heard.Count < 200)
        {
            heard.Add((long)(await miras.Next("message:new"))["seq"]!);
        }

        Assert.All(answers, answer => Assert.True(answer.IsSuccess));
        Assert.Equal(Enumerable.Range(1, 200).Select(seq => (long)seq), heard.Order());
        Assert.Equal(200, answers.Select(answer => (long)answer.Data["seq"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_plugin_switched_on_at_one_node_serves_at_both_and_everybody_is_told_once()
    {
        await using var redis = await TestRedis.Start();
        using var plugins = PluginFolder.With("probe");
        await using var here = await TestServer.Start(plugins.Path, redis: redis.ConnectionString);
        var there = await here.AnotherNode();
        await here.ReachesRedis();
        await there.ReachesRedis();
        using var ada = await here.SignUp("ada");
        using var bo = await here.SignUp("bo");
        await using var adas = await ada.Connect(here);
        await using var bos = await bo.Connect(there);

        await ada.On("probe");
        var (toldHere, toldThere) = (await adas.Next("plugin:changed"), await bos.Next("plugin:changed"));
        var served = await bos.Dispatch("probe:ping", new { text = "a" });
        var nodes = await here.Query("select count(distinct node) from core.plugin_nodes where state = 'RUNNING'");

        Assert.Equal(("probe", "probe"), ((string?)toldHere["id"], (string?)toldThere["id"]));
        Assert.True(served.IsSuccess, served.Envelope.ToJsonString());
        Assert.Equal(2L, nodes);
        Assert.DoesNotContain(adas.Drain().Concat(bos.Drain()), e => e.Name == "plugin:changed");
    }

    [Fact]
    public async Task A_session_of_one_node_is_good_at_the_other()
    {
        await using var here = await TestServer.Start();
        var there = await here.AnotherNode();
        using var ada = await here.SignUp("ada");
        using var http = there.Anonymous();

        var refreshed = await http.Call(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = ada.RefreshToken });
        http.DefaultRequestHeaders.Authorization = new("Bearer", ada.AccessToken);
        var me = await http.Call(HttpMethod.Get, "/api/auth/me");

        Assert.True(refreshed.IsSuccess);
        Assert.Equal(ada.Id, (Guid)me.Data["id"]!);
    }

    [Fact]
    public async Task Whom_a_crash_left_online_is_offline_after_the_start()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        await server.Query($"update core.users set status = 'DND' where id = '{ada.Id}'");

        await server.Restart();

        Assert.Equal("OFFLINE", await server.Query($"select status from core.users where id = '{ada.Id}'"));
    }
}
