using System.Diagnostics;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Delivery;

/// <summary>The database goes and comes back: nothing hangs, nothing is lost, nobody has to lift a finger.</summary>
public sealed class DatabaseGoneTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Gone_for_30_seconds_it_is_UNAVAILABLE_and_comes_back_by_itself()
    {
        await using var server = await TestServer.Start(throughLine: true);
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        await using var adas = await ada.Connect();
        await using var bos = await bo.Connect();
        var id = Guid.CreateVersion7();

        server.Line.Cut();
        var answers = new List<Answer>();
        for (var gone = Stopwatch.StartNew(); gone.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(500))
        {
            answers.Add(await adas.Send(chatId, "Anybody there?", id));
            answers.Add(await ada.Send(chatId, "Anybody there?", id));
            answers.Add(await ada.Get($"/api/messages/chat/{chatId}"));
        }

        server.Line.Mend();
        var stored = await Eventually(() => adas.Send(chatId, "Anybody there?", id));
        var heard = await bos.Next("message:new");

        Assert.All(answers, answer => Assert.Equal("UNAVAILABLE", answer.Code));
        Assert.Equal(id, (Guid)heard["id"]!);
        Assert.Equal(1, (long)stored.Data["seq"]!);
        Assert.Single((await bo.Get($"/api/messages/chat/{chatId}")).Data.AsArray());
    }

    [Fact]
    public async Task A_database_that_falls_silent_keeps_nobody_waiting_for_ever()
    {
        await using var server = await TestServer.Start(throughLine: true);
        using var ada = await server.SignUp("ada");
        var chatId = await ada.Group("Atrium");
        Guid[] ids = [.. Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7())];

        server.Line.Silence();
        var answers = await Task.WhenAll(ids.Select(id => ada.Send(chatId, "Hello?", id))).WaitAsync(Patience);
        server.Line.Mend();
        var stored = await Task.WhenAll(ids.Select(id => Eventually(() => ada.Send(chatId, "Hello?", id))));

        Assert.All(answers, answer => Assert.Equal("UNAVAILABLE", answer.Code));
        Assert.Equal(Enumerable.Range(1, 20), stored.Select(answer => (int)answer.Data["seq"]!).Order());
    }

    private static async Task<Answer> Eventually(Func<Task<Answer>> ask)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            var answer = await ask();
            if (answer.IsSuccess || since.Elapsed > Patience)
            {
                Assert.True(answer.IsSuccess, $"Still {answer.Code} after {Patience}.");
                return answer;
            }
        }
    }
}
