using Stogram.Host.Tests.Realtime;
using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Limits;

/// <summary>Two nodes and one count, at a fifth of what is let through by default: two tries at one account.</summary>
public sealed class SharedLimitTests : IAsyncLifetime
{
    private TestRedis redis = null!;

    private TestServer here = null!;

    private TestServer there = null!;

    [Fact]
    public async Task What_was_tried_on_one_node_counts_on_the_other()
    {
        Answer[] answers = [await Guess(here, "ada"), await Guess(there, "ada"), await Guess(here, "ada"), await Guess(there, "ada")];

        Assert.Equal([401, 401, 429, 429], answers.Select(answer => answer.Status));
        Assert.InRange((int)answers[^1].Details!["retryAfter"]!, 1, 300);
    }

    [Fact]
    public async Task Without_Redis_each_node_counts_by_itself_and_neither_lets_everybody_through_nor_nobody()
    {
        await Guess(here, "mira");
        await Guess(here, "mira");
        var before = await Guess(here, "mira");

        redis.Kill();
        await here.ReachesRedis(false);
        Answer[] alone = [await Guess(here, "mira"), await Guess(here, "mira"), await Guess(here, "mira")];
        await redis.Run();
        await here.ReachesRedis();
        Answer[] together = [await Guess(here, "mira"), await Guess(here, "mira"), await Guess(here, "mira")];

        Assert.Equal(429, before.Status);
        Assert.Equal([401, 401, 429], alone.Select(answer => answer.Status));
        Assert.Equal([401, 401, 429], together.Select(answer => answer.Status));
    }

    [Fact]
    public async Task A_Redis_that_is_there_and_silent_holds_nobody_up()
    {
        redis.Freeze();
        Answer[] answers = [await Guess(here, "zoe"), await Guess(here, "zoe"), await Guess(here, "zoe")];
        redis.Thaw();

        Assert.Equal([401, 401, 429], answers.Select(answer => answer.Status));
    }

    public async Task InitializeAsync()
    {
        redis = await TestRedis.StartOwn();
        here = await TestServer.Start(redis: redis.ConnectionString, limits: 0.2);
        there = await here.AnotherNode();
        await here.ReachesRedis();
        await there.ReachesRedis();
    }

    public async Task DisposeAsync()
    {
        await here.DisposeAsync();
        await redis.DisposeAsync();
    }

    private static async Task<Answer> Guess(TestServer node, string login)
    {
        using var http = node.Anonymous();
        return await http.Call(HttpMethod.Post, "/api/auth/login", new { login, password = "a guess" });
    }
}
