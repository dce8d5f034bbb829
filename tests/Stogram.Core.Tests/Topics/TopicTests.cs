using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Stogram.Core.Tests.Topics;

public sealed class TopicTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Switched_on_all_that_was_said_is_the_general_topic_and_new_ones_have_their_own()
    {
        var (bo, chatId) = await Scene();
        await bo.Send(chatId, "Before");

        var on = (await fixture.Ada.Put($"/api/chats/{chatId}/topics", new { on = true })).Data;
        var garden = await Topic(chatId, "Garden", "🌱");
        await bo.Send(chatId, "After");
        await Say(bo, chatId, garden, "Tomatoes");
        var listed = (await bo.Get($"/api/chats/{chatId}/topics")).Data.AsArray();

        Assert.True((bool)on["hasTopics"]!);
        Assert.Equal(["", "Garden"], listed.Select(one => (string?)one!["topic"]!["name"]));
        Assert.Equal((null, "🌱"), ((string?)listed[0]!["topic"]!["icon"], (string?)listed[1]!["topic"]!["icon"]));
        Assert.Equal(["After", "Tomatoes"], listed.Select(one => (string?)one!["last"]!["content"]));
        Assert.Equal(["Before", "After"], await Said(bo, chatId, "topic=0"));
        Assert.Equal(["Tomatoes"], await Said(bo, chatId, $"topic={garden}"));
        Assert.Equal(["Before", "After", "Tomatoes"], await Said(bo, chatId, ""));
    }

    [Fact]
    public async Task Switched_off_nothing_is_lost_and_switched_on_again_everything_is_where_it_was()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");
        await Say(bo, chatId, garden, "Tomatoes");

        await fixture.Ada.Put($"/api/chats/{chatId}/topics", new { on = false });
        await bo.Send(chatId, "Meanwhile");
        var off = await Said(bo, chatId, "");
        var made = await fixture.Ada.Post($"/api/chats/{chatId}/topics", new { name = "Kitchen" });
        await fixture.Ada.Put($"/api/chats/{chatId}/topics", new { on = true });

        Assert.Equal(["Tomatoes", "Meanwhile"], off);
        Assert.Equal("CONFLICT", made.Code);
        Assert.Equal(["Tomatoes"], await Said(bo, chatId, $"topic={garden}"));
        Assert.Equal(["Meanwhile"], await Said(bo, chatId, "topic=0"));
    }

    [Fact]
    public async Task An_answer_goes_to_the_topic_of_what_it_answers()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");
        var said = await Say(bo, chatId, garden, "Tomatoes");

        var answer = (await fixture.Ada.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "Which?", replyToId = (Guid)said["id"]! })).Data;

        Assert.Equal((garden, (long)said["seq"]!), ((long)answer["topicSeq"]!, (long)answer["threadSeq"]!));
    }

    [Fact]
    public async Task A_closed_topic_takes_nothing_from_people_without_the_right()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");
        await fixture.Ada.Patch($"/api/chats/{chatId}/topics/{garden}", new { isClosed = true });

        var refused = await bo.Post("/api/messages", Message(chatId, garden, "Tomatoes"));
        var taken = await fixture.Ada.Post("/api/messages", Message(chatId, garden, "Closed for the winter"));
        await fixture.Ada.Patch($"/api/chats/{chatId}/topics/{garden}", new { isClosed = false });
        var again = await bo.Post("/api/messages", Message(chatId, garden, "Tomatoes"));

        Assert.Equal("FORBIDDEN", refused.Code);
        Assert.True(taken.IsSuccess && again.IsSuccess);
    }

    [Fact]
    public async Task What_is_not_there_takes_no_messages_and_bad_names_and_icons_are_refused()
    {
        var (bo, chatId) = await Topical();
        var plain = await fixture.Ada.Group("Plain", bo);
        var direct = await fixture.Ada.PrivateChat(bo);

        Assert.NotNull((await bo.Post("/api/messages", Message(chatId, 4711, "x"))).Details!["topicSeq"]);
        Assert.NotNull((await bo.Post("/api/messages", Message(plain, 0, "x"))).Details!["topicSeq"]);
        Assert.NotNull((await fixture.Ada.Post($"/api/chats/{chatId}/topics", new { name = " " })).Details!["name"]);
        Assert.NotNull((await fixture.Ada.Post($"/api/chats/{chatId}/topics", new { name = new string('x', 65) })).Details!["name"]);
        Assert.NotNull((await fixture.Ada.Post($"/api/chats/{chatId}/topics", new { name = "x", icon = "abc" })).Details!["icon"]);
        Assert.Equal("NOT_FOUND", (await fixture.Ada.Patch($"/api/chats/{chatId}/topics/4711", new { name = "x" })).Code);
        Assert.Equal("FORBIDDEN", (await fixture.Ada.Put($"/api/chats/{direct}/topics", new { on = true })).Code);
        Assert.NotNull((await bo.Get($"/api/messages/chat/{chatId}?topic=1&thread=1")).Details!["request"]);
    }

    [Fact]
    public async Task Members_change_topics_only_as_far_as_they_may()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");

        Assert.Equal("FORBIDDEN", (await bo.Put($"/api/chats/{chatId}/topics", new { on = false })).Code);
        Assert.Equal("FORBIDDEN", (await bo.Post($"/api/chats/{chatId}/topics", new { name = "Kitchen" })).Code);
        Assert.Equal("FORBIDDEN", (await bo.Patch($"/api/chats/{chatId}/topics/{garden}", new { name = "Kitchen" })).Code);
        Assert.Equal("FORBIDDEN", (await bo.Patch($"/api/chats/{chatId}/topics/{garden}", new { isPinned = true })).Code);

        await fixture.Ada.Patch($"/api/chats/{chatId}", new { memberRights = new[] { "POST", "PIN", "CHANGE_INFO" } });

        Assert.True((await bo.Patch($"/api/chats/{chatId}/topics/{garden}", new { name = "Kitchen", icon = "🍳", isPinned = true })).IsSuccess);
    }

    [Fact]
    public async Task Who_is_here_hears_of_a_topic_and_who_was_away_learns_of_it_by_sync()
    {
        var (bo, chatId) = await Topical();
        var cursor = (string)Chat(await bo.Sync(), chatId)["cursor"]!;
        await using var socket = await bo.Connect();

        var garden = await Topic(chatId, "Garden");
        var line = await socket.Next("message:new");
        var told = await socket.Next("chat:topic");
        var synced = Chat(await bo.Sync((chatId, cursor)), chatId);

        Assert.Equal(("TOPIC", garden, garden), ((string?)line["extra"]!["chat"]!["event"], (long)line["seq"]!, (long)line["topicSeq"]!));
        Assert.Equal((garden, (long)line["rev"]! + 1), ((long)told["topic"]!["seq"]!, (long)told["rev"]!));
        Assert.Equal([garden], synced["topics"]!.AsArray().Select(topic => (long)topic!["seq"]!));
        Assert.Equal((long)told["rev"]!, (long)synced["chat"]!["rev"]!);
        Assert.Equal(2, Chat(await bo.Sync(), chatId)["topics"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_unread_is_counted_by_topic_and_the_chat_counts_what_is_unread_in_any()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");
        await Say(fixture.Ada, chatId, garden, "Tomatoes");
        await fixture.Ada.Send(chatId, "Welcome");
        var last = await Say(fixture.Ada, chatId, garden, "Beans");

        var before = await Unread(bo, chatId);
        await bo.Post($"/api/chats/{chatId}/threads/{garden}/read", new { seq = (long)last["seq"]! });
        var gardenRead = await Unread(bo, chatId);
        await bo.Post($"/api/chats/{chatId}/threads/0/read", new { seq = (long)last["seq"]! });

        Assert.Equal((1, 2, 3), before);
        Assert.Equal((1, 0, 1), gardenRead);
        Assert.Equal((0, 0, 0), await Unread(bo, chatId));
    }

    [Fact]
    public async Task A_scheduled_message_comes_in_the_topic_it_was_written_for()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");
        var id = Guid.CreateVersion7();
        await bo.Post("/api/messages", new { id, chatId, content = "Later", topicSeq = garden, scheduledAt = DateTimeOffset.UtcNow.AddDays(1) });

        var sent = await bo.Post($"/api/messages/scheduled/{id}/send");

        Assert.Equal(garden, (long)sent.Data["topicSeq"]!);
    }

    [Fact]
    public async Task A_deleted_topic_takes_all_that_was_said_in_it_and_nothing_else_and_nobody_writes_there()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");
        var said = await Say(bo, chatId, garden, "Tomatoes");
        await bo.Send(chatId, "Welcome");
        await using var socket = await bo.Connect();

        var refused = await bo.Delete($"/api/chats/{chatId}/topics/{garden}");
        var general = await fixture.Ada.Delete($"/api/chats/{chatId}/topics/0");
        var deleted = await fixture.Ada.Delete($"/api/chats/{chatId}/topics/{garden}");
        var told = await socket.Next("chat:topic");
        var gone = new[] { await socket.Next("message:deleted"), await socket.Next("message:deleted") };
        var late = await bo.Post("/api/messages", Message(chatId, garden, "Beans"));

        Assert.Equal(("FORBIDDEN", "CONFLICT", true), (refused.Code, general.Code, deleted.IsSuccess));
        Assert.Equal((garden, true, ""), ((long)told["topic"]!["seq"]!, (bool)told["topic"]!["isDeleted"]!, (string?)told["topic"]!["name"]));
        Assert.Equal([garden, (long)said["seq"]!], gone.Select(message => (long)message["seq"]!).Order());
        Assert.Equal("VALIDATION_FAILED", late.Code);
        Assert.All(gone, message => Assert.Equal((true, null), ((bool)message["isDeleted"]!, (string?)message["content"])));
        Assert.Equal(["Welcome"], await Said(bo, chatId, "topic=0"));
        Assert.Single((await bo.Get($"/api/chats/{chatId}/topics")).Data.AsArray());
        Assert.True((bool)Chat(await bo.Sync(), chatId)["topics"]!.AsArray().Single(one => (long)one!["seq"]! == garden)!["isDeleted"]!);
        Assert.Equal("NOT_FOUND", (await fixture.Ada.Patch($"/api/chats/{chatId}/topics/{garden}", new { name = "Again" })).Code);
    }

    [Fact]
    public async Task A_muted_topic_rings_for_nobody_who_muted_it_and_the_others_ring()
    {
        var (bo, chatId) = await Topical();
        var garden = await Topic(chatId, "Garden");
        await using var socket = await bo.Connect();

        await bo.Patch($"/api/chats/{chatId}/topics/{garden}/mine", new { mute = "FOREVER" });
        var told = await socket.Next("thread:read");
        var muted = await Notice(bo, chatId, await Say(fixture.Ada, chatId, garden, "Tomatoes"));
        var other = await Notice(bo, chatId, (await fixture.Ada.Send(chatId, "Welcome")).Data);
        var synced = (await bo.Sync()).Data["me"]!["threads"]!.AsArray().Single(mark => (Guid)mark!["chatId"]! == chatId)!;
        await bo.Patch($"/api/chats/{chatId}/topics/{garden}/mine", new { mute = "OFF" });

        Assert.Equal((garden, 9999), ((long)told["thread"]!, ((DateTimeOffset)told["mutedUntil"]!).Year));
        Assert.Equal((DateTimeOffset?)told["mutedUntil"], (DateTimeOffset?)synced["mutedUntil"]);
        Assert.Equal((Core.Notify.Notice.None, Core.Notify.Notice.Loud), (muted, other));
        Assert.Equal(Core.Notify.Notice.Loud, await Notice(bo, chatId, await Say(fixture.Ada, chatId, garden, "Beans")));
        Assert.Equal("NOT_FOUND", (await bo.Patch($"/api/chats/{chatId}/topics/4711/mine", new { mute = "HOUR" })).Code);
    }

    private async Task<Core.Notify.Notice> Notice(TestPerson who, Guid chatId, JsonNode message)
    {
        await using var scope = fixture.Server.Services.CreateAsyncScope();
        var organization = (Guid)(await who.Get("/api/auth/me")).Data["organization"]!["id"]!;
        var told = await scope.ServiceProvider.GetRequiredService<Core.Notify.WhomToTell>().Run(
            organization, chatId, (Guid)message["id"]!, Guid.Empty, CancellationToken.None);
        return told.Single(one => one.UserId == who.Id).Notice;
    }

    private async Task<(TestPerson Bo, Guid ChatId)> Scene()
    {
        var bo = await fixture.Somebody();
        return (bo, await fixture.Ada.Group("Atrium", bo));
    }

    private async Task<(TestPerson Bo, Guid ChatId)> Topical()
    {
        var (bo, chatId) = await Scene();
        await fixture.Ada.Put($"/api/chats/{chatId}/topics", new { on = true });
        return (bo, chatId);
    }

    private async Task<long> Topic(Guid chatId, string name, string? icon = null) =>
        (long)(await fixture.Ada.Post($"/api/chats/{chatId}/topics", new { name, icon })).Data["seq"]!;

    private static object Message(Guid chatId, long topicSeq, string content) => new { id = Guid.CreateVersion7(), chatId, content, topicSeq };

    private static async Task<JsonNode> Say(TestPerson who, Guid chatId, long topic, string content) =>
        (await who.Post("/api/messages", Message(chatId, topic, content))).Data;

    private static async Task<string[]> Said(TestPerson who, Guid chatId, string page) =>
        [.. (await who.Get($"/api/messages/chat/{chatId}?{page}")).Data.AsArray().Where(message => (string?)message!["type"] == "TEXT")
            .Select(message => (string)message!["content"]!).Reverse()];

    private static async Task<(int General, int Garden, int Chat)> Unread(TestPerson who, Guid chatId)
    {
        var listed = (await who.Get($"/api/chats/{chatId}/topics")).Data.AsArray();
        return ((int)listed[0]!["unread"]!, (int)listed[1]!["unread"]!, (int)(await who.Get($"/api/chats/{chatId}")).Data["member"]!["unread"]!);
    }

    private static JsonNode Chat(Answer sync, Guid chatId) =>
        sync.Data["chats"]!.AsArray().Single(one => (Guid)one!["chat"]!["id"]! == chatId)!;
}
