namespace Stogram.Core.Tests.Presence;

public sealed class PresenceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Typing_is_told_to_the_chat_and_not_more_often_than_it_helps()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await using var bos = await bo.Connect();
        await using var adas = await fixture.Ada.Connect();

        for (var i = 0; i < 5; i++)
        {
            await adas.Dispatch("typing:start", new { chatId });
        }

        await adas.Dispatch("typing:stop", new { chatId });
        var first = await bos.Next("typing:user");
        var second = await bos.Next("typing:user");

        Assert.Equal((fixture.Ada.Id, true), ((Guid)first["userId"]!, (bool)first["on"]!));
        Assert.False((bool)second["on"]!);
    }

    /// <summary>Lesson 17: presence was broadcast to everyone on the server.</summary>
    [Fact]
    public async Task Who_comes_is_told_to_those_who_share_a_chat_and_to_nobody_else()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var stranger = await fixture.Somebody("stranger");
        await bo.PrivateChat(mira);
        await using var miras = await mira.Connect();
        await using var strangers = await stranger.Connect();

        await using var bos = await bo.Connect();
        var told = await miras.Next("user:status");
        await stranger.Get("/api/auth/me");

        Assert.Equal((bo.Id, "ONLINE"), ((Guid)told["userId"]!, (string?)told["status"]));
        Assert.DoesNotContain(strangers.Drain(), e => e.Name == "user:status");
    }

    [Fact]
    public async Task A_chosen_status_is_told_once()
    {
        using var bo = await fixture.Somebody();
        await fixture.Ada.PrivateChat(bo);
        await using var adas = await fixture.Ada.Connect();
        await using var bos = await bo.Connect();
        await adas.Next("user:status");

        await bos.Dispatch("user:status-change", new { status = "DND" });
        await bos.Dispatch("user:status-change", new { status = "DND" });
        var told = await adas.Next("user:status");

        Assert.Equal("DND", (string?)told["status"]);
        Assert.Equal("DND", (string?)(await fixture.Ada.Get($"/api/users/{bo.Id}")).Data["status"]);
        Assert.Empty(adas.Drain());
    }
}
