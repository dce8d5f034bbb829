using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Sync;

public sealed class SyncTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_chat_that_is_new_to_the_client_comes_whole_and_then_only_what_changed()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await fixture.Ada.Send(chatId, "First");

        var whole = Chat(await bo.Sync(), chatId)!;
        await fixture.Ada.Send(chatId, "Second");
        var change = Chat(await bo.Sync((chatId, (string)whole["cursor"]!)), chatId)!;
        var none = await bo.Sync((chatId, (string)change["cursor"]!));

        Assert.True((bool)whole["reset"]!);
        Assert.Equal(2, whole["members"]!.AsArray().Count);
        Assert.False((bool)change["reset"]!);
        Assert.Equal(["Second"], Contents(change));
        Assert.Equal(1, (int)change["member"]!["unread"]! - 1);
        Assert.Empty(none.Data["chats"]!.AsArray());
    }

    [Fact]
    public async Task More_than_200_changes_are_a_reset_with_the_newest_50()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var cursor = (string)Chat(await bo.Sync(), chatId)!["cursor"]!;
        await using var socket = await fixture.Ada.Connect();
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => socket.Send(chatId, $"{i}")));

        var bounded = Chat(await bo.Sync((chatId, cursor)), chatId)!;
        await fixture.Ada.Send(chatId, "201");
        var reset = Chat(await bo.Sync((chatId, cursor)), chatId)!;

        Assert.False((bool)bounded["reset"]!);
        Assert.Equal(200, Contents(bounded).Length);
        Assert.True((bool)reset["reset"]!);
        Assert.True((bool)reset["more"]!);
        Assert.Equal(Enumerable.Range(152, 50).Reverse().Select(i => $"{i}"), Contents(reset));
    }

    [Fact]
    public async Task Members_who_came_and_went_come_as_changed_rows()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await fixture.Ada.Group("Atrium", bo);
        var cursor = (string)Chat(await bo.Sync(), chatId)!["cursor"]!;
        await fixture.Ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { mira.Id } });
        await fixture.Ada.Delete($"/api/chats/{chatId}/members/{mira.Id}");

        var change = Chat(await bo.Sync((chatId, cursor)), chatId)!;

        var tombstone = Assert.Single(change["members"]!.AsArray())!;
        Assert.Equal(mira.Id, (Guid)tombstone["userId"]!);
        Assert.NotNull(tombstone["leftAt"]);
    }

    [Fact]
    public async Task Whoever_is_named_in_what_comes_first_comes_with_it_though_they_are_gone()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await fixture.Ada.Group("Atrium", bo, mira);
        await fixture.Ada.Delete($"/api/chats/{chatId}/members/{bo.Id}");

        var whole = Chat(await mira.Sync(), chatId)!;

        Assert.Contains(whole["members"]!.AsArray(), member => (Guid)member!["userId"]! == bo.Id && member["leftAt"] is not null);
    }

    [Fact]
    public async Task A_read_mark_reaches_my_other_device_and_the_other_person()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await fixture.Ada.Send(chatId, "News");
        var adas = await fixture.Ada.Sync();
        var phones = await phone.Sync();
        await bo.Post($"/api/chats/{chatId}/read", new { seq = 1 });

        var onPhone = await phone.Post("/api/sync", Again(phones, chatId));
        var atAda = await fixture.Ada.Post("/api/sync", Again(adas, chatId));

        var mine = Assert.Single(onPhone.Data["me"]!["chats"]!.AsArray())!;
        Assert.Equal((1, 0), ((long)mine["lastReadSeq"]!, (int)mine["unread"]!));
        Assert.Contains(
            Chat(atAda, chatId)!["reads"]!.AsArray(), read => (Guid)read!["userId"]! == bo.Id && (long)read["seq"]! == 1);
    }

    [Fact]
    public async Task Many_chats_come_in_bounded_answers_that_add_up()
    {
        using var bo = await fixture.Somebody();
        var all = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            all.Add(await bo.Group($"Room {i}"));
        }

        var known = new JsonObject();
        var calls = 0;
        JsonNode answer;
        do
        {
            calls++;
            answer = (await bo.Post("/api/sync", new JsonObject { ["chats"] = known.DeepClone(), ["limit"] = 3 })).Data;
            foreach (var chat in answer["chats"]!.AsArray())
            {
                known[(string)chat!["chat"]!["id"]!] = (string)chat["cursor"]!;
            }
        }
        while ((bool)answer["more"]!);

        Assert.Equal(3, calls);
        Assert.Equal(all.Order(), known.Select(chat => Guid.Parse(chat.Key)).Order());
    }

    [Fact]
    public async Task A_cursor_ahead_of_the_server_is_a_reset()
    {
        using var bo = await fixture.Somebody();
        var chatId = await bo.Group("Atrium");

        var restored = Chat(await bo.Sync((chatId, "OTk5")), chatId)!;

        Assert.True((bool)restored["reset"]!);
    }

    /// <summary>Whatever is missed and in whichever order it comes back, sync makes up for it.</summary>
    [Fact]
    public async Task A_client_that_only_syncs_has_exactly_what_the_server_has()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var seen = new Dictionary<long, string>();
        string? cursor = null;
        var random = new Random(20261124);
        for (var round = 0; round < 15; round++)
        {
            for (var i = random.Next(8); i > 0; i--)
            {
                await fixture.Ada.Send(chatId, $"{round}.{i}");
            }

            if (Chat(cursor is null ? await bo.Sync() : await bo.Sync((chatId, cursor)), chatId) is { } change)
            {
                cursor = (string)change["cursor"]!;
                foreach (var message in change["messages"]!.AsArray())
                {
                    seen[(long)message!["seq"]!] = (string)message["content"]!;
                }
            }
        }

        var truth = (await bo.Get($"/api/messages/chat/{chatId}?limit=100")).Data.AsArray()
            .ToDictionary(message => (long)message!["seq"]!, message => (string)message!["content"]!);
        Assert.Equal(truth.OrderBy(pair => pair.Key), seen.OrderBy(pair => pair.Key));
    }

    private static JsonNode? Chat(Answer answer, Guid chatId) =>
        answer.Data["chats"]!.AsArray().FirstOrDefault(chat => (Guid)chat!["chat"]!["id"]! == chatId);

    private static string[] Contents(JsonNode chat) =>
        [.. chat["messages"]!.AsArray().Select(message => (string)message!["content"]!)];

    private static object Again(Answer last, Guid chatId) => new
    {
        chats = new Dictionary<Guid, string> { [chatId] = (string)Chat(last, chatId)!["cursor"]! },
        me = (string)last.Data["me"]!["cursor"]!,
        since = (string)last.Data["now"]!,
    };
}
