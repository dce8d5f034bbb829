namespace Stogram.Core.Tests.Messages;

public sealed class PinTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Many_are_pinned_told_live_and_by_sync_and_listed_newest_first()
    {
        using var bo = await fixture.Somebody("bo");
        var chatId = await fixture.Ada.PrivateChat(bo);
        var (first, second) = (await Id(fixture.Ada.Send(chatId, "First")), await Id(bo.Send(chatId, "Second")));
        await using var listener = await bo.Connect();
        await using var adas = await fixture.Ada.Connect();

        var byHub = await adas.Dispatch("message:pin", new { chatId, id = first, on = true });
        var live = await listener.Next("message:pinned");
        var byRest = await bo.Post($"/api/chats/{chatId}/pins", new { messageId = second });
        var listed = (await fixture.Ada.Get($"/api/chats/{chatId}/pins")).Data.AsArray();
        await bo.Delete($"/api/chats/{chatId}/pins/{first}");
        var left = (await fixture.Ada.Get($"/api/chats/{chatId}/pins")).Data.AsArray();

        Assert.Equal((true, (long)byHub.Data["rev"]!), ((bool)live["isPinned"]!, (long)live["rev"]!));
        // Between the two pins stands the line that tells of the first.
        Assert.Equal((long)byHub.Data["rev"]! + 2, (long)byRest.Data["rev"]!);
        Assert.Equal([second, first], listed.Select(message => (Guid)message!["id"]!));
        Assert.Equal(second, (Guid)Assert.Single(left)!["id"]!);
    }

    [Fact]
    public async Task In_a_group_the_admins_pin()
    {
        using var bo = await fixture.Somebody("bo");
        var chatId = await fixture.Ada.Group("Pins", bo);
        var said = await Id(bo.Send(chatId, "Mine"));

        var byMember = await bo.Post($"/api/chats/{chatId}/pins", new { messageId = said });
        var byOwner = await fixture.Ada.Post($"/api/chats/{chatId}/pins", new { messageId = said });

        Assert.Equal("FORBIDDEN", byMember.Code);
        Assert.True(byOwner.IsSuccess);
    }

    [Fact]
    public async Task A_deleted_message_is_pinned_no_longer()
    {
        using var bo = await fixture.Somebody("bo");
        var chatId = await fixture.Ada.PrivateChat(bo);
        var said = await Id(fixture.Ada.Send(chatId, "Soon gone"));
        await fixture.Ada.Post($"/api/chats/{chatId}/pins", new { messageId = said });

        await fixture.Ada.Delete($"/api/messages/{said}?for=everyone");

        Assert.Empty((await bo.Get($"/api/chats/{chatId}/pins")).Data.AsArray());
        Assert.Equal("NOT_FOUND", (await bo.Post($"/api/chats/{chatId}/pins", new { messageId = said })).Code);
    }

    [Fact]
    public async Task There_is_a_limit_and_it_is_told()
    {
        using var bo = await fixture.Somebody("bo");
        var chatId = await fixture.Ada.PrivateChat(bo);
        for (var i = 0; i < 100; i++)
        {
            await fixture.Ada.Post($"/api/chats/{chatId}/pins", new { messageId = await Id(fixture.Ada.Send(chatId, $"{i}")) });
        }

        var oneMore = await fixture.Ada.Post($"/api/chats/{chatId}/pins", new { messageId = await Id(bo.Send(chatId, "100")) });

        Assert.Contains("100", (string?)oneMore.Details!["id"]);
    }

    private static async Task<Guid> Id(Task<Answer> sent) => (Guid)(await sent).Data["id"]!;
}
