namespace Stogram.Core.Tests.Privacy;

/// <summary>Bo blocks Mira, with whom he has a private chat and a group.</summary>
public sealed class BlockTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Nobody_writes_in_the_private_chat_by_any_door_until_it_is_undone()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await mira.PrivateChat(bo);
        var (id, emoji) = (Guid.CreateVersion7(), "👍");
        await mira.Send(chatId, "Before", id);
        await using var miras = await mira.Connect();
        await bo.Block(mira);

        Answer[] refused =
        [
            await mira.Send(chatId, "After"),
            await miras.Send(chatId, "After"),
            await mira.Patch($"/api/messages/{id}", new { content = "After" }),
            await miras.Dispatch("message:edit", new { chatId, id, content = "After" }),
            await mira.Post($"/api/messages/{id}/reactions", new { emoji }),
            await miras.Dispatch("message:react", new { chatId, id, emoji, on = true }),
            await miras.Dispatch("message:pin", new { chatId, id, on = true }),
        ];
        var own = await bo.Send(chatId, "I would");
        var repeated = await mira.Send(chatId, "Before", id);
        await bo.Unblock(mira);
        var after = await mira.Send(chatId, "Again");

        Assert.All(refused, answer => Assert.Equal(("FORBIDDEN", "UNREACHABLE"), (answer.Code, (string?)answer.Details?["reason"])));
        Assert.Equal("BLOCKED", (string?)own.Details?["reason"]);
        Assert.True(repeated.IsSuccess);
        Assert.Equal(2, (long)after.Data["seq"]!);
    }

    [Fact]
    public async Task A_block_and_a_closed_door_sound_the_same()
    {
        using var bo = await fixture.Somebody();
        using var cy = await fixture.Somebody("cy");
        using var mira = await fixture.Somebody("mira");
        var (blocked, closed) = (await mira.PrivateChat(bo), await mira.PrivateChat(cy));
        await bo.Block(mira);
        await cy.Sets(new { messages = "NOBODY" });

        var byBlock = await mira.Send(blocked, "Hello");
        var bySetting = await mira.Send(closed, "Hello");

        Assert.Equal(bySetting.Envelope.ToJsonString(), byBlock.Envelope.ToJsonString());
    }

    [Fact]
    public async Task Neither_typing_nor_reading_is_told_and_in_a_group_both_go_on()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var (chatId, group) = (await mira.PrivateChat(bo), await mira.Group("Atrium", bo));
        await bo.Send(chatId, "Hello");
        await bo.Block(mira);
        await using var bos = await bo.Connect();
        await using var miras = await mira.Connect();

        await miras.Dispatch("typing:start", new { chatId });
        await miras.Dispatch("message:read", new { chatId, seq = 1 });
        await bos.Dispatch("typing:start", new { chatId });
        await miras.Dispatch("typing:start", new { chatId = group });
        await mira.Send(group, "To all");
        await bo.Send(group, "To all");

        var bosNews = await bos.Until("message:new");
        Assert.Equal([group], bosNews.Where(e => e.Name == "typing:user").Select(e => (Guid)e.Payload["chatId"]!));
        Assert.DoesNotContain(bosNews, e => e.Name == "message:read");
        Assert.DoesNotContain(await miras.Until("message:new"), e => e.Name == "typing:user" && (Guid)e.Payload["userId"]! == bo.Id);
        Assert.Equal(2, (await bo.Get($"/api/messages/chat/{group}")).Data.AsArray().Count);
    }

    [Fact]
    public async Task Both_are_told_to_look_again_and_the_list_reaches_every_device()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var phone = await bo.OnAnotherDevice();
        var cursor = (string)(await phone.Sync()).Data["me"]!["cursor"]!;
        await using var phones = await phone.Connect();
        await using var miras = await mira.Connect();

        await bo.Block(mira);
        await phones.Next("user:privacy");
        var told = await miras.Next("user:changed");
        var synced = (await phone.Post("/api/sync", new { chats = new { }, me = cursor })).Data["me"]!;

        Assert.Equal(bo.Id, (Guid)told["userId"]!);
        Assert.Equal(mira.Id, (Guid)synced["privacy"]!["blocked"]!.AsArray().Single()!);
    }

    [Fact]
    public async Task Twice_is_once_and_the_list_names_the_last_first()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var cy = await fixture.Somebody("cy");

        await bo.Block(mira);
        await bo.Block(cy);
        var twice = await bo.Block(mira);
        var listed = (await bo.Get("/api/blocks")).Data.AsArray().Select(user => (Guid)user!["id"]!).ToArray();
        await bo.Unblock(mira);
        var undone = await bo.Unblock(mira);
        var left = (await bo.Get("/api/blocks")).Data.AsArray().Select(user => (Guid)user!["id"]!).ToArray();

        Assert.True(twice.IsSuccess && undone.IsSuccess);
        Assert.Equal([cy.Id, mira.Id], listed);
        Assert.Equal([cy.Id], left);
        Assert.Empty((await mira.Get("/api/blocks")).Data.AsArray());
    }

    [Fact]
    public async Task The_unknown_look_alike_and_nobody_blocks_themselves()
    {
        using var bo = await fixture.Somebody();

        Answer[] unknown = [
            await bo.Http.Call(HttpMethod.Put, $"/api/blocks/{Guid.NewGuid()}"),
            await bo.Delete($"/api/blocks/{Guid.NewGuid()}"),
        ];

        Assert.All(unknown, answer => Assert.Equal("NOT_FOUND", answer.Code));
        Assert.NotNull((await bo.Block(bo)).Details?["userId"]);
    }

    [Fact]
    public async Task Who_ended_their_account_is_in_no_list()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        await bo.Block(mira);

        await mira.Http.Call(HttpMethod.Delete, $"/api/users/{mira.Id}", new { password = TestPerson.Password });

        Assert.Empty((await bo.Get("/api/blocks")).Data.AsArray());
    }
}
