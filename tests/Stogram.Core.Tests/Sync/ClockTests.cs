namespace Stogram.Core.Tests.Sync;

/// <summary>Somebody sets the server's clock: messages keep their order, nobody is locked out, clients converge.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task After_the_clock_jumps_messages_keep_their_order_and_sync_goes_on(int hours)
    {
        var clock = new JumpingClock();
        await using var server = await TestServer.Start(time: clock);
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        await ada.Send(chatId, "Before");
        var before = (await ada.Sync()).Data;
        var cursor = (string)before["chats"]![0]!["cursor"]!;

        clock.Jump(hours * Hour);
        using var later = await bo.Again();
        await later.Send(chatId, "After");
        await later.Post($"/api/chats/{chatId}/read", new { seq = 2 });
        using var adaAgain = await ada.Again();
        var answer = await adaAgain.Post("/api/sync", new
        {
            chats = new Dictionary<Guid, string> { [chatId] = cursor },
            since = (string)before["now"]!,
        });
        var chat = answer.Data["chats"]![0]!;
        var history = (await adaAgain.Get($"/api/messages/chat/{chatId}")).Data.AsArray();

        Assert.Equal(["After"], chat["messages"]!.AsArray().Select(message => (string?)message!["content"]));
        Assert.Contains(chat["reads"]!.AsArray(), read => (Guid)read!["userId"]! == bo.Id && (long)read["seq"]! == 2);
        Assert.Equal(["After", "Before"], history.Select(message => (string?)message!["content"]));
        Assert.Equal([2L, 1L], history.Select(message => (long)message!["seq"]!));
    }

    [Fact]
    public async Task A_read_mark_missed_while_the_clock_was_set_back_is_told_by_the_next_sync()
    {
        var clock = new JumpingClock();
        await using var server = await TestServer.Start(time: clock);
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        await ada.Send(chatId, "Seen?");
        var before = (await ada.Sync()).Data;

        clock.Jump(-Hour);
        using var boAgain = await bo.Again();
        await boAgain.Post($"/api/chats/{chatId}/read", new { seq = 1 });
        using var adaAgain = await ada.Again();
        var answer = await adaAgain.Post("/api/sync", new
        {
            chats = new Dictionary<Guid, string> { [chatId] = (string)before["chats"]![0]!["cursor"]! },
            since = (string)before["now"]!,
        });

        var read = Assert.Single(answer.Data["chats"]![0]!["reads"]!.AsArray());
        Assert.Equal((bo.Id, 1L), ((Guid)read!["userId"]!, (long)read["seq"]!));
    }

    [Fact]
    public async Task Typing_is_not_silenced_by_a_clock_set_back()
    {
        var clock = new JumpingClock();
        await using var server = await TestServer.Start(time: clock);
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        await using var adas = await ada.Connect();
        await using var bos = await bo.Connect();
        await adas.Dispatch("typing:start", new { chatId });
        await bos.Next("typing:user");

        clock.Jump(-Hour);
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        await adas.Dispatch("typing:start", new { chatId });
        var told = await bos.Next("typing:user");

        Assert.True((bool)told["on"]!);
    }
}
