using Stogram.Host.Tests.Plugins;
using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

/// <summary>The bus may lose everything: who may hear what does not hang on it, and clients heal.</summary>
public sealed class RedisLostTests : IAsyncLifetime
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private TestRedis redis = null!;

    private TestServer here = null!;

    private TestServer there = null!;

    private TestPerson ada = null!;

    private TestPerson bo = null!;

    private TestPerson mira = null!;

    private Guid atrium;

    public async Task InitializeAsync()
    {
        redis = await TestRedis.StartOwn();
        here = await TestServer.Start(redis: redis.ConnectionString);
        there = await here.AnotherNode();
        await here.ReachesRedis();
        await there.ReachesRedis();
        ada = await here.SignUp("ada");
        bo = await here.SignUp("bo");
        mira = await here.SignUp("mira");
        atrium = await ada.Group("atrium", bo, mira);
    }

    [Fact]
    public async Task Without_Redis_a_removed_member_hears_nothing_and_a_revoked_session_is_cut()
    {
        using var phone = await bo.OnAnotherDevice();
        await using var bos = await bo.Connect(there);
        await using var miras = await mira.Connect(there);
        await using var phones = await phone.Connect(there);

        redis.Kill();
        await ada.Delete($"/api/chats/{atrium}/members/{mira.Id}");
        await phone.Post("/api/auth/logout");
        await phones.Closed.WaitAsync(Patience);
        await Task.Delay(Promised);
        await bos.Send(atrium, "Between us");
        await bos.NextSaid();

        Assert.DoesNotContain(miras.Drain(), e => e.IsSaid);
    }

    [Fact]
    public async Task Killed_it_stops_nobody_and_when_it_is_back_everybody_is_told_to_sync()
    {
        await using var adas = await ada.Connect(here);
        await using var bos = await bo.Connect(here);
        await using var miras = await mira.Connect(there);
        var cursor = await Cursor(mira);

        redis.Kill();
        await here.ReachesRedis(false);
        await adas.Send(atrium, "Who is here?");
        var heard = await bos.NextSaid();
        var missed = miras.Drain();
        await redis.Run();
        await miras.Next("sync:required");
        var synced = (await mira.Sync((atrium, cursor))).Data["chats"]![0]!["messages"]!.AsArray();
        await here.ReachesRedis();
        await there.ReachesRedis();
        await adas.Send(atrium, "And now?");
        var again = await miras.NextSaid();

        Assert.Equal("Who is here?", (string?)heard["content"]);
        Assert.DoesNotContain(missed, e => e.IsSaid);
        Assert.Equal("Who is here?", (string?)Assert.Single(synced)!["content"]);
        Assert.Equal("And now?", (string?)again["content"]);
    }

    [Fact]
    public async Task Silent_it_keeps_nobody_waiting_and_is_given_up()
    {
        await using var adas = await ada.Connect(here);
        await using var bos = await bo.Connect(here);
        await using var miras = await mira.Connect(there);

        redis.Freeze();
        for (var i = 1; i <= 300; i++)
        {
            await adas.Send(atrium, $"{i}");
        }

        for (var i = 1; i <= 300; i++)
        {
            Assert.Equal($"{i}", (string?)(await bos.NextSaid())["content"]);
        }

        await here.ReachesRedis(false);
        redis.Thaw();
        await miras.Next("sync:required");
        await here.ReachesRedis();
    }

    public async Task DisposeAsync()
    {
        await here.DisposeAsync();
        await redis.DisposeAsync();
    }

    private static async Task<string> Cursor(TestPerson person) =>
        (string)(await person.Sync()).Data["chats"]![0]!["cursor"]!;
}
