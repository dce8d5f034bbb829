using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

public sealed class RedisAbsentTests
{
    [Fact]
    public async Task A_server_starts_without_its_Redis_says_so_and_finds_it_later()
    {
        await using var redis = TestRedis.Absent();
        await using var server = await TestServer.Start(redis: $"{redis.ConnectionString},password=hush-hush");
        using var ada = await server.SignUp("ada");
        await using var adas = await ada.Connect();

        await server.ReachesRedis(false);
        await adas.Send(await ada.Group("atrium"), "Alone");
        var heard = await adas.Next("message:new");
        await redis.Run("hush-hush");
        await server.ReachesRedis();

        Assert.Equal("Alone", (string?)heard["content"]);
        var log = Log(server);
        Assert.Contains($"Redis at {redis.ConnectionString} cannot be used", log);
        Assert.DoesNotContain("hush", log);
    }

    private static string Log(TestServer server)
    {
        var file = Directory.GetFiles(Path.Combine(server.DataFolder, "log")).Single();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new StreamReader(stream).ReadToEnd();
    }
}
