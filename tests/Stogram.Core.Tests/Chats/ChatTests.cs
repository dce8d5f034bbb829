namespace Stogram.Core.Tests.Chats;

public sealed class ChatTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Two_people_have_one_private_chat_whoever_asks_and_however_often()
    {
        using var bo = await fixture.Somebody();

        var chats = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            i % 2 == 0 ? fixture.Ada.PrivateChat(bo) : bo.PrivateChat(fixture.Ada)));

        Assert.Single(chats.Distinct());
    }

    [Fact]
    public async Task A_new_chat_reaches_its_members_live_and_they_can_write_at_once()
    {
        using var bo = await fixture.Somebody();
        await using var socket = await bo.Connect();

        var chatId = await fixture.Ada.Group("Atrium", bo);
        var told = await socket.Next("chat:new");
        await fixture.Ada.Send(chatId, "Welcome");

        Assert.Equal(chatId, (Guid)told["chatId"]!);
        Assert.Equal("Welcome", (string?)(await socket.Next("message:new"))["content"]);
    }

    [Fact]
    public async Task A_group_needs_a_name_and_a_private_chat_exactly_one_person()
    {
        using var bo = await fixture.Somebody();

        var nameless = await fixture.Ada.Post("/api/chats", new { type = "GROUP", memberIds = new[] { bo.Id } });
        var nobody = await fixture.Ada.Post("/api/chats", new { type = "PRIVATE", memberIds = Array.Empty<Guid>() });

        Assert.NotNull(nameless.Details!["name"]);
        Assert.NotNull(nobody.Details!["memberIds"]);
    }

    [Fact]
    public async Task Only_admins_add_and_remove_and_only_in_their_own_chat()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var atrium = await fixture.Ada.Group("Atrium", bo, mira);
        var bosOwn = await bo.Group("Bo's own");

        var byMember = await bo.Delete($"/api/chats/{atrium}/members/{mira.Id}");
        // Lesson 2: an admin of one chat could remove from another.
        var byAdminOfAnother = await bo.Delete($"/api/chats/{bosOwn}/members/{mira.Id}");
        var owner = await bo.Delete($"/api/chats/{atrium}/members/{fixture.Ada.Id}");
        var added = await bo.Post($"/api/chats/{atrium}/members", new { userIds = new[] { mira.Id } });

        Assert.Equal("FORBIDDEN", byMember.Code);
        Assert.Equal("NOT_FOUND", byAdminOfAnother.Code);
        Assert.Equal("FORBIDDEN", owner.Code);
        Assert.Equal("FORBIDDEN", added.Code);
        Assert.Equal(3, (int)(await mira.Get($"/api/chats/{atrium}")).Data["chat"]!["memberCount"]!);
    }

    [Fact]
    public async Task A_removed_member_stops_receiving_and_one_added_again_has_it_all()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.Group("Atrium", bo);
        await using var socket = await bo.Connect();

        await fixture.Ada.Delete($"/api/chats/{chatId}/members/{bo.Id}");
        await fixture.Ada.Send(chatId, "While Bo was away");
        await fixture.Ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });
        await fixture.Ada.Send(chatId, "Bo is back");
        await socket.Next("chat:removed");
        await socket.Next("chat:new");
        var line = await socket.Next("message:new");
        var first = await socket.Next("message:new");
        var history = (await bo.Get($"/api/messages/chat/{chatId}")).Data;

        Assert.Equal("ADDED", (string?)line["extra"]!["chat"]!["event"]);
        Assert.Equal("Bo is back", (string?)first["content"]);
        Assert.Equal(["Bo is back", "While Bo was away"], history.AsArray()
            .Where(message => (string?)message!["type"] == "TEXT").Select(message => (string?)message!["content"]));
    }

    [Fact]
    public async Task When_the_owner_leaves_the_longest_serving_member_follows()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await bo.Group("Atrium", mira);
        await bo.Post($"/api/chats/{chatId}/members", new { userIds = new[] { fixture.Ada.Id } });

        await bo.Post($"/api/chats/{chatId}/leave");

        Assert.Equal("OWNER", (string?)(await mira.Get($"/api/chats/{chatId}")).Data["member"]!["role"]);
        Assert.Equal("NOT_FOUND", (await bo.Get($"/api/chats/{chatId}")).Code);
    }

    [Fact]
    public async Task Nobody_leaves_or_adds_to_a_private_chat()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await fixture.Ada.PrivateChat(bo);

        Assert.Equal("FORBIDDEN", (await bo.Post($"/api/chats/{chatId}/leave")).Code);
        Assert.Equal("FORBIDDEN", (await bo.Post($"/api/chats/{chatId}/members", new { userIds = new[] { mira.Id } })).Code);
    }

    [Fact]
    public async Task Chats_and_members_are_read_by_pages_without_gap_or_repeat()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var made = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            made.Add(await bo.Group($"Room {i}", mira, fixture.Ada));
        }

        var chats = await Pages(bo, "/api/chats?limit=2", chat => (Guid)chat["chat"]!["id"]!);
        var members = await Pages(bo, $"/api/chats/{made[0]}/members?limit=1", member => (Guid)member["userId"]!);

        Assert.Equal(Enumerable.Reverse(made), chats);
        Assert.Equal(new[] { bo.Id, mira.Id, fixture.Ada.Id }.Order(), members.Order());
    }

    [Fact]
    public async Task Unread_counts_what_others_wrote_after_my_mark_and_the_mark_never_goes_back()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await bo.Send(chatId, "Mine");
        for (var i = 0; i < 3; i++)
        {
            await fixture.Ada.Send(chatId, $"News {i}");
        }

        await using var socket = await fixture.Ada.Connect();
        var before = await Unread(bo, chatId);
        await bo.Post($"/api/chats/{chatId}/read", new { seq = 3 });
        var mark = await socket.Next("message:read");
        await bo.Post($"/api/chats/{chatId}/read", new { seq = 1 });
        var beyond = await bo.Post($"/api/chats/{chatId}/read", new { seq = 1000 });

        Assert.Equal(3, before);
        Assert.Equal(3, (long)mark["seq"]!);
        Assert.Equal(4, (long)beyond.Data["seq"]!);
        Assert.Equal(0, await Unread(bo, chatId));
    }

    private static async Task<int> Unread(TestPerson person, Guid chatId) =>
        (int)(await person.Get($"/api/chats/{chatId}")).Data["member"]!["unread"]!;

    private static async Task<List<Guid>> Pages(
        TestPerson person, string path, Func<System.Text.Json.Nodes.JsonNode, Guid> id)
    {
        var all = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await person.Get(cursor is null ? path : $"{path}&cursor={cursor}");
            all.AddRange(page.Data.AsArray().Select(item => id(item!)));
            cursor = (string?)page.Envelope["page"]!["next"];
        }
        while (cursor is not null);
        return all;
    }
}
