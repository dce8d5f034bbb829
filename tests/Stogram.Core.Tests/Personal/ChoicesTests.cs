using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Personal;

/// <summary>What somebody decides about a chat for themselves: pins, the archive, mutes, folders.</summary>
public sealed class ChoicesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task What_one_device_decides_the_other_has_after_a_sync_and_hears_while_it_is_here()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var before = (string)(await phone.Sync()).Data["me"]!["cursor"]!;
        await using var socket = await phone.Connect();

        await Change(bo, chatId, new { isPinned = true, notify = "MENTIONS", mute = "FOREVER", isMarkedUnread = true });

        var heard = (await socket.Next("chat:mine"))["choices"]!;
        var synced = Assert.Single((await phone.Post("/api/sync", new { chats = new { }, me = before })).Data["me"]!["chats"]!.AsArray())!;
        Assert.Equal(heard.ToJsonString(), synced["choices"]!.ToJsonString());
        Assert.NotNull(heard["pinnedAt"]);
        Assert.Equal("MENTIONS", (string)heard["notify"]!);
        Assert.StartsWith("9999", (string)heard["mutedUntil"]!);
        Assert.True((bool)heard["isMarkedUnread"]!);
        Assert.Equal(heard.ToJsonString(), (await Mine(bo, chatId))["choices"]!.ToJsonString());
    }

    [Fact]
    public async Task Others_learn_nothing_of_it()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await using var adas = await fixture.Ada.Connect();

        await Change(bo, chatId, new { isPinned = true });
        await fixture.Ada.Send(chatId, "After that");

        var heard = await HeardUntil(adas, "message:new");
        Assert.Contains("message:new", heard);
        Assert.DoesNotContain("chat:mine", heard);
        Assert.Null((await Mine(fixture.Ada, chatId))["choices"]!["pinnedAt"]);
    }

    [Fact]
    public async Task A_message_brings_an_archived_chat_back_and_a_muted_one_stays()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await fixture.Ada.Send(chatId, "Before");
        await Change(bo, chatId, new { isArchived = true });
        Assert.Equal(1, await ArchivedSeq(bo, chatId));
        await bo.Send(chatId, "My own does not");
        Assert.Equal(1, await ArchivedSeq(bo, chatId));
        await fixture.Ada.Send(chatId, "This does");
        Assert.Null(await ArchivedSeq(bo, chatId));

        await Change(bo, chatId, new { isArchived = true, mute = "WEEK" });
        await fixture.Ada.Send(chatId, "Nobody hears it");

        Assert.Equal(3, await ArchivedSeq(bo, chatId));
        await Change(bo, chatId, new { mute = "OFF" });
        Assert.Equal(4, await ArchivedSeq(bo, chatId));
        await fixture.Ada.Send(chatId, "This one is heard");
        Assert.Null(await ArchivedSeq(bo, chatId));
    }

    [Fact]
    public async Task Muting_a_chat_that_came_back_does_not_put_it_away_again()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await Change(bo, chatId, new { isArchived = true });
        await fixture.Ada.Send(chatId, "Here again");

        await Change(bo, chatId, new { mute = "HOUR" });

        Assert.Null(await ArchivedSeq(bo, chatId));
    }

    [Fact]
    public async Task Archiving_takes_the_pin_away()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await Change(bo, chatId, new { isPinned = true });

        await Change(bo, chatId, new { isArchived = true });

        Assert.Null((await Mine(bo, chatId))["choices"]!["pinnedAt"]);
    }

    [Fact]
    public async Task Ten_chats_can_be_pinned_and_the_refusal_says_so_also_to_two_at_once()
    {
        using var bo = await fixture.Somebody();
        var rooms = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            rooms.Add(await bo.Group($"Room {i}"));
        }

        foreach (var room in rooms[..9])
        {
            await Change(bo, room, new { isPinned = true });
        }

        var answers = await Task.WhenAll(rooms[9..].Select(room => bo.Patch($"/api/chats/{room}/mine", new { isPinned = true })));

        Assert.Equal([200, 409, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal("10", (string)answers.First(answer => !answer.IsSuccess).Details!["limit"]!);
        Assert.True((await bo.Patch($"/api/chats/{rooms[0]}/mine", new { isPinned = true })).IsSuccess);
    }

    [Theory]
    [InlineData("{'mute':'YEAR'}", "mute")]
    [InlineData("{'notify':1}", "notify")]
    [InlineData("{'isPinned':'yes'}", "isPinned")]
    public async Task What_is_not_a_choice_is_refused_by_its_field(string body, string field)
    {
        var chatId = await fixture.Ada.Group("Atrium");

        var answer = await fixture.Ada.Patch($"/api/chats/{chatId}/mine", JsonNode.Parse(body.Replace('\'', '"'))!);

        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.NotNull(answer.Details![field]);
    }

    [Fact]
    public async Task Folders_are_made_renamed_moved_filled_and_deleted_and_every_device_follows()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var cursor = (string)(await phone.Sync()).Data["me"]!["cursor"]!;
        await using var socket = await phone.Connect();

        await bo.Post("/api/folders", new { name = "Work", rules = new[] { "GROUPS" } });
        var made = (await bo.Post("/api/folders", new { name = "Family" })).Data["folders"]!;
        var (work, family) = ((Guid)made[0]!["id"]!, (Guid)made[1]!["id"]!);
        await bo.Patch($"/api/folders/{family}", new { name = "Home", position = 0 });
        await bo.Http.Call(HttpMethod.Put, $"/api/folders/{family}/chats/{chatId}");
        await bo.Delete($"/api/folders/{work}");

        JsonNode heard;
        do
        {
            heard = await socket.Next("folders:changed");
        }
        while (heard["folders"]!.AsArray().Count != 1 || heard["folders"]![0]!["chatIds"]!.AsArray().Count == 0);
        var synced = (await phone.Post("/api/sync", new { chats = new { }, me = cursor })).Data["me"]!;
        var again = (await phone.Post("/api/sync", new { chats = new { }, me = (string)synced["cursor"]! })).Data["me"]!;
        Assert.Equal(heard.ToJsonString(), synced["folders"]!.ToJsonString());
        Assert.Equal("Home", (string)heard["folders"]![0]!["name"]!);
        Assert.Null(again["folders"]);
    }

    [Fact]
    public async Task A_folder_holds_only_ones_own_chats_and_is_nobody_elses()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var miras = await mira.Group("Not bo's");
        var folder = (Guid)(await bo.Post("/api/folders", new { name = "Work" })).Data["folders"]![0]!["id"]!;

        Assert.Equal(404, (await bo.Http.Call(HttpMethod.Put, $"/api/folders/{folder}/chats/{miras}")).Status);
        Assert.Equal(404, (await bo.Post("/api/folders", new { name = "Other", chatIds = new[] { miras } })).Status);
        Assert.Equal(404, (await mira.Patch($"/api/folders/{folder}", new { name = "Mine" })).Status);
        Assert.Equal(404, (await mira.Delete($"/api/folders/{folder}")).Status);
        Assert.Single((await bo.Get("/api/folders")).Data["folders"]!.AsArray());
    }

    [Fact]
    public async Task Chats_that_one_left_or_that_are_deleted_are_in_no_folder()
    {
        using var bo = await fixture.Somebody();
        var (kept, left, deleted) = (await bo.Group("Kept"), await fixture.Ada.Group("Left", bo), await bo.Group("Deleted"));
        var folder = (await bo.Post("/api/folders", new { name = "Work", chatIds = new[] { kept, left, deleted } })).Data["folders"]![0]!["id"]!;

        await bo.Post($"/api/chats/{left}/leave");
        await bo.Delete($"/api/chats/{deleted}");
        var read = (await bo.Get("/api/folders")).Data["folders"]![0]!["chatIds"]!.AsArray();
        await bo.Patch($"/api/folders/{folder}", new { name = "Home" });
        var stored = await fixture.Sql($"select cardinality(chat_ids) from core.folders where id = '{folder}'");

        Assert.Equal(kept, (Guid)Assert.Single(read)!);
        Assert.Equal(1, stored);
    }

    [Fact]
    public async Task Twenty_folders_are_enough_and_names_are_neither_empty_nor_long()
    {
        using var bo = await fixture.Somebody();
        for (var i = 0; i < 20; i++)
        {
            await bo.Post("/api/folders", new { name = $"Folder {i}" });
        }

        var full = await bo.Post("/api/folders", new { name = "One more" });

        Assert.Equal(("CONFLICT", "20"), (full.Code, (string)full.Details!["limit"]!));
        Assert.Equal("VALIDATION_FAILED", (await bo.Post("/api/folders", new { name = " " })).Code);
        Assert.Equal("VALIDATION_FAILED", (await bo.Post("/api/folders", new { name = new string('x', 33) })).Code);
        Assert.Equal("VALIDATION_FAILED", (await bo.Post("/api/folders", new { name = "x", rules = new[] { "ALL" } })).Code);
    }

    private static async Task Change(TestPerson person, Guid chatId, object change) =>
        _ = (await person.Patch($"/api/chats/{chatId}/mine", change)).Data;

    private static async Task<JsonNode> Mine(TestPerson person, Guid chatId) =>
        (await person.Get($"/api/chats/{chatId}")).Data["member"]!;

    private static async Task<long?> ArchivedSeq(TestPerson person, Guid chatId) =>
        (long?)(await Mine(person, chatId))["choices"]!["archivedSeq"];

    private static async Task<List<string>> HeardUntil(HubClient socket, string name)
    {
        var heard = new List<string>();
        for (var tries = 0; !heard.Contains(name) && tries < 200; tries++)
        {
            await Task.Delay(50);
            heard.AddRange(socket.Drain().Select(one => one.Name));
        }

        return heard;
    }
}
