using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Personal;

/// <summary>What somebody keeps: drafts, and what they say to themselves.</summary>
public sealed class DraftTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_draft_and_what_it_answers_reach_the_other_device_and_nobody_else()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var id = Guid.CreateVersion7();
        await fixture.Ada.Send(chatId, "Where is the key?", id);
        await using var socket = await phone.Connect();

        await Save(bo, chatId, "In box", Noon, id);

        var heard = await socket.Next("chat:draft");
        var synced = Assert.Single(Drafts(await phone.Sync()))!;
        Assert.Equal(heard.ToJsonString(), synced.ToJsonString());
        Assert.Equal(("In box", "Where is the key?"), ((string)heard["text"]!, (string)heard["replyTo"]!["content"]!));
        Assert.DoesNotContain(Drafts(await fixture.Ada.Sync()), draft => (Guid)draft!["chatId"]! == chatId);
    }

    [Fact]
    public async Task The_one_that_was_touched_later_stays_whichever_comes_first()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);

        await Save(bo, chatId, "Later", Noon.AddMinutes(1));
        var late = await Save(bo, chatId, "Earlier, and late", Noon);
        var race = await Task.WhenAll(Enumerable.Range(2, 10).Select(i => Save(bo, chatId, $"At {i}", Noon.AddMinutes(i))));

        Assert.Equal("Later", (string)late["text"]!);
        Assert.Equal(10, race.Length);
        Assert.Equal("At 11", (string)Assert.Single(Drafts(await bo.Sync()))!["text"]!);
    }

    [Fact]
    public async Task A_cleared_draft_is_told_to_who_knew_it_and_is_nothing_to_a_new_device()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await Save(bo, chatId, "Half a thought", Noon);
        var cursor = (string)(await bo.Sync()).Data["me"]!["cursor"]!;

        await Save(bo, chatId, "", Noon.AddSeconds(1));

        var changed = Assert.Single(Drafts(await bo.Post("/api/sync", new { chats = new { }, me = cursor })))!;
        Assert.Equal("", (string)changed["text"]!);
        Assert.Empty(Drafts(await bo.Sync()));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_does_not_make_a_draft_that_nothing_can_follow()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await Save(bo, chatId, "From next year", DateTimeOffset.UtcNow.AddYears(1));

        await Save(bo, chatId, "From now", DateTimeOffset.UtcNow.AddSeconds(1));

        Assert.Equal("From now", (string)Assert.Single(Drafts(await bo.Sync()))!["text"]!);
    }

    [Fact]
    public async Task Who_left_a_chat_writes_nothing_in_it_and_finds_their_words_on_coming_back()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.Group("Atrium", bo);
        await Save(bo, chatId, "Wait", Noon);
        await bo.Post($"/api/chats/{chatId}/leave");

        Assert.Equal(404, (await Put(bo, chatId, new { text = "Still here", at = Noon.AddHours(1) })).Status);
        await fixture.Ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });
        Assert.Equal("Wait", (string)Assert.Single(Drafts(await bo.Sync()))!["text"]!);
    }

    [Fact]
    public async Task Too_long_a_draft_or_one_without_a_time_is_refused_by_its_field()
    {
        var chatId = await fixture.Ada.Group("Atrium");

        var tooLong = await Put(fixture.Ada, chatId, new { text = new string('x', 10_001), at = Noon });
        var timeless = await Put(fixture.Ada, chatId, new { text = "x" });

        Assert.NotNull(tooLong.Details!["text"]);
        Assert.NotNull(timeless.Details!["at"]);
    }

    [Fact]
    public async Task There_is_one_chat_with_oneself_however_often_it_is_asked_for_at_once()
    {
        using var bo = await fixture.Somebody();
        var ask = new { type = "PRIVATE", memberIds = new[] { bo.Id } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bo.Post("/api/chats", ask)));

        var id = Assert.Single(answers.Select(answer => (Guid)answer.Data["id"]!).Distinct());
        Assert.Single(answers, answer => answer.Status == 201);
        var chat = Assert.Single((await bo.Get("/api/chats")).Data.AsArray())!["chat"]!;
        Assert.Equal((true, 1, "PRIVATE"), ((bool)chat["isSaved"]!, (int)chat["memberCount"]!, (string)chat["type"]!));
        await bo.Patch("/api/users/me/privacy", new { messages = "NOBODY" });
        Assert.True((await bo.Send(id, "Buy milk")).IsSuccess);
        Assert.Equal(0, (int)(await bo.Get($"/api/chats/{id}")).Data["member"]!["unread"]!);
    }

    [Fact]
    public async Task Nobody_comes_into_the_chat_with_oneself_and_nobody_leaves_it()
    {
        using var bo = await fixture.Somebody();
        var id = (Guid)(await bo.Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { bo.Id } })).Data["id"]!;

        Assert.Equal("FORBIDDEN", (await bo.Post($"/api/chats/{id}/members", new { userIds = new[] { fixture.Ada.Id } })).Code);
        Assert.Equal("FORBIDDEN", (await bo.Post($"/api/chats/{id}/leave")).Code);
        Assert.Equal(404, (await fixture.Ada.Get($"/api/chats/{id}")).Status);
        Assert.False((bool)(await fixture.Ada.Get($"/api/chats/{await fixture.Ada.PrivateChat(bo)}")).Data["chat"]!["isSaved"]!);
    }

    [Fact]
    public async Task What_one_said_to_oneself_goes_with_the_account()
    {
        using var bo = await fixture.Somebody();
        var id = (Guid)(await bo.Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { bo.Id } })).Data["id"]!;
        await bo.Send(id, "A secret of mine");
        await Save(bo, id, "Another", Noon);

        await bo.Http.Call(HttpMethod.Delete, $"/api/users/{bo.Id}", new { password = TestPerson.Password });

        Assert.Equal(0L, await fixture.Sql($"select count(*) from core.messages where chat_id = '{id}' and content is not null"));
        Assert.Equal(0L, await fixture.Sql($"select count(*) from core.drafts where user_id = '{bo.Id}'"));
    }

    private static async Task<JsonNode> Save(TestPerson person, Guid chatId, string text, DateTimeOffset at, Guid? replyToId = null) =>
        (await Put(person, chatId, new { text, replyToId, at })).Data;

    private static Task<Answer> Put(TestPerson person, Guid chatId, object draft) =>
        person.Http.Call(HttpMethod.Put, $"/api/chats/{chatId}/draft", draft);

    private static JsonArray Drafts(Answer synced) => synced.Data["me"]!["drafts"]!.AsArray();
}
