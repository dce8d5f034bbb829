using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Personal;

/// <summary>How far messages have come: delivered, seen.</summary>
public sealed class MarkTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task What_arrived_is_told_to_the_chat_and_by_sync_and_never_goes_back()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await fixture.Ada.Send(chatId, "One");
        await fixture.Ada.Send(chatId, "Two");
        var before = (await fixture.Ada.Sync()).Data;
        await using var adas = await fixture.Ada.Connect();
        await using var bos = await bo.Connect();

        var moved = await bos.Dispatch("message:delivered", Chats((chatId, 2)));
        var heard = await adas.Next("message:delivered");
        var back = await bos.Dispatch("message:delivered", Chats((chatId, 1)));
        var beyond = await bos.Dispatch("message:delivered", Chats((chatId, 99)));

        Assert.Single(moved.Data["moved"]!.AsArray());
        Assert.Equal((bo.Id, 2), ((Guid)heard["userId"]!, (long)heard["seq"]!));
        Assert.Empty(back.Data["moved"]!.AsArray());
        Assert.Empty(beyond.Data["moved"]!.AsArray());
        var chat = (await fixture.Ada.Post("/api/sync", new
        {
            chats = new Dictionary<Guid, string> { [chatId] = Cursor(before, chatId) },
            since = (string)before["now"]!,
        })).Data["chats"]!.AsArray().Single(one => (Guid)one!["chat"]!["id"]! == chatId)!;
        var mark = Assert.Single(chat["reads"]!.AsArray(), read => (Guid)read!["userId"]! == bo.Id)!;
        Assert.Equal((0, 2), ((long)mark["seq"]!, (long)mark["deliveredSeq"]!));
        Assert.Equal(2, (long)(await bo.Get($"/api/chats/{chatId}")).Data["member"]!["lastDeliveredSeq"]!);
    }

    [Fact]
    public async Task Several_chats_are_said_at_once_and_foreign_ones_change_nothing()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var (mine, group, foreign) = (await fixture.Ada.PrivateChat(bo), await fixture.Ada.Group("Atrium", bo), await fixture.Ada.PrivateChat(mira));
        foreach (var chatId in new[] { mine, group, foreign })
        {
            await fixture.Ada.Send(chatId, "News");
        }

        var answer = await bo.Post("/api/chats/delivered", Chats((mine, 1), (group, 1), (foreign, 1)));

        Assert.Equal(new[] { mine, group }.Order(), answer.Data["moved"]!.AsArray().Select(mark => (Guid)mark!["chatId"]!).Order());
        Assert.Equal(404, (await bo.Post("/api/chats/delivered", Chats((foreign, 1)))).Status);
    }

    [Fact]
    public async Task Two_devices_that_name_the_same_chats_at_once_do_not_hold_each_other_up()
    {
        using var bo = await fixture.Somebody();
        var rooms = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            rooms.Add(await fixture.Ada.Group($"Room {i}", bo));
            await fixture.Ada.Send(rooms[^1], "One");
            await fixture.Ada.Send(rooms[^1], "Two");
        }

        // One mark after the other: which of two at once is first, nobody knows.
        Answer[] answers = [.. await Task.WhenAll(AtOnce(1)), .. await Task.WhenAll(AtOnce(2))];

        Assert.All(answers, answer => Assert.True(answer.IsSuccess));
        Assert.Equal(16, answers.Sum(answer => answer.Data["moved"]!.AsArray().Count));

        IEnumerable<Task<Answer>> AtOnce(long seq) => Enumerable.Range(0, 8).Select(i => bo.Post(
            "/api/chats/delivered", Chats([.. (i % 2 == 0 ? rooms : rooms.AsEnumerable().Reverse()).Select(room => (room, seq))])));
    }

    [Fact]
    public async Task A_large_chat_keeps_nobodys_delivery_and_tells_nobody()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.Group("Square", bo);
        await fixture.Sql($"update core.chats set member_count = 51 where id = '{chatId}'");
        await fixture.Ada.Send(chatId, "To everybody");
        var id = (Guid)(await fixture.Ada.Get($"/api/messages/chat/{chatId}")).Data[0]!["id"]!;

        var answer = await bo.Post("/api/chats/delivered", Chats((chatId, 1)));

        Assert.Empty(answer.Data["moved"]!.AsArray());
        Assert.Equal(0, (long)(await bo.Get($"/api/chats/{chatId}")).Data["member"]!["lastDeliveredSeq"]!);
        Assert.Equal("FORBIDDEN", (await fixture.Ada.Get($"/api/messages/{id}/seen")).Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{'chats':{}}")]
    [InlineData("{'chats':{'not an id':1}}")]
    [InlineData("{'chats':{'019ac5a2-0000-7000-8000-000000000000':-1}}")]
    [InlineData("{'chats':{'019ac5a2-0000-7000-8000-000000000000':'one'}}")]
    public async Task What_is_not_a_mark_is_refused(string body)
    {
        var answer = await fixture.Ada.Post("/api/chats/delivered", JsonNode.Parse(body.Replace('\'', '"'))!);

        Assert.Equal(("VALIDATION_FAILED", true), (answer.Code, answer.Details!["chats"] is not null));
    }

    [Fact]
    public async Task Who_sent_a_message_learns_who_has_it_and_who_has_read_it_and_when()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var eve = await fixture.Somebody("eve");
        var chatId = await fixture.Ada.Group("Atrium", bo, mira, eve);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await fixture.Ada.Send(chatId, "First", first);
        await bo.Post($"/api/chats/{chatId}/read", new { seq = 1 });
        await fixture.Ada.Send(chatId, "Second", second);
        await bo.Post($"/api/chats/{chatId}/read", new { seq = 2 });
        await mira.Post("/api/chats/delivered", Chats((chatId, 2)));

        var seen = (await fixture.Ada.Get($"/api/messages/{second}/seen")).Data.AsArray();
        var older = (await fixture.Ada.Get($"/api/messages/{first}/seen")).Data.AsArray();

        Assert.Equal([(bo.Id, true), (mira.Id, false)], seen.Select(one => ((Guid)one!["userId"]!, (bool)one["isRead"]!)));
        Assert.All(seen, one => Assert.NotNull(one!["at"]));
        Assert.Null(older.Single(one => (Guid)one!["userId"]! == bo.Id)!["at"]);
        Assert.Equal("FORBIDDEN", (await bo.Get($"/api/messages/{second}/seen")).Code);
    }

    [Fact]
    public async Task Who_shares_no_read_marks_has_received_a_message_and_not_read_it_as_far_as_others_know()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var id = Guid.CreateVersion7();
        await fixture.Ada.Send(chatId, "Seen?", id);
        await bo.Patch("/api/users/me/privacy", new { readReceipts = false });
        await bo.Post("/api/chats/delivered", Chats((chatId, 1)));
        await bo.Post($"/api/chats/{chatId}/read", new { seq = 1 });

        var seen = Assert.Single((await fixture.Ada.Get($"/api/messages/{id}/seen")).Data.AsArray())!;

        Assert.Equal((bo.Id, false), ((Guid)seen["userId"]!, (bool)seen["isRead"]!));
    }

    private static object Chats(params (Guid Id, long Seq)[] marks) =>
        new { chats = marks.ToDictionary(mark => mark.Id, mark => mark.Seq) };

    private static string Cursor(JsonNode synced, Guid chatId) =>
        (string)synced["chats"]!.AsArray().Single(chat => (Guid)chat!["chat"]!["id"]! == chatId)!["cursor"]!;
}
