using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Messages;

public sealed class ChangeTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task An_edit_reaches_the_other_live_and_by_sync_and_keeps_its_place()
    {
        var (bo, chatId, message) = await Scene();
        await using var socket = await bo.Connect();
        await using var adas = await fixture.Ada.Connect();

        var byHub = await adas.Dispatch("message:edit", new { chatId, id = message["id"], content = "Better" });
        var live = await socket.Next("message:edited");
        var byRest = await fixture.Ada.Patch($"/api/messages/{message["id"]}", new { content = "Best" });
        var last = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!;

        Assert.Equal("Better", (string?)live["content"]);
        Assert.Equal((long)message["seq"]!, (long)live["seq"]!);
        Assert.Equal((long)message["rev"]! + 1, (long)byHub.Data["rev"]!);
        Assert.Equal((long)message["rev"]! + 2, (long)byRest.Data["rev"]!);
        Assert.Equal(("Best", true), ((string?)last["content"], (bool)last["isEdited"]!));
    }

    [Fact]
    public async Task Only_the_sender_edits()
    {
        var (bo, _, message) = await Scene();

        Assert.Equal("FORBIDDEN", (await bo.Patch($"/api/messages/{message["id"]}", new { content = "Bo was here" })).Code);
    }

    /// <summary>Lesson 6: deletions never reached live clients; the file stayed on disk.</summary>
    [Fact]
    public async Task A_deletion_reaches_live_clients_and_the_file_leaves_the_disk()
    {
        var (bo, chatId, _) = await Scene();
        await using var socket = await bo.Connect();
        var file = await Files.Upload.Picture(fixture.Ada);
        var message = (await fixture.Ada.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "Secret", fileIds = new[] { file } })).Data;
        var onDisk = Directory.GetFiles(Path.Combine(fixture.Server.DataFolder, "uploads"), file.ToString(), SearchOption.AllDirectories);

        var deleted = await fixture.Ada.Delete($"/api/messages/{message["id"]}?for=everyone");
        var tombstone = await socket.Next("message:deleted");
        var history = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!;

        Assert.True(deleted.IsSuccess);
        Assert.Equal((long)message["seq"]!, (long)tombstone["seq"]!);
        Assert.True((bool)tombstone["isDeleted"]!);
        Assert.Null((string?)history["content"]);
        Assert.Empty(history["files"]!.AsArray());
        Assert.False(File.Exists(Assert.Single(onDisk)));
        Assert.Equal("NOT_FOUND", (await bo.Get($"/api/files/{file}")).Code);
    }

    [Fact]
    public async Task In_a_private_chat_nobody_deletes_the_others_words_and_in_a_group_an_admin_does()
    {
        var (bo, _, message) = await Scene();
        var group = await fixture.Ada.Group("Atrium", bo);
        var bos = (await bo.Send(group, "Off topic")).Data;

        var foreign = await bo.Delete($"/api/messages/{message["id"]}?for=everyone");
        var byAdmin = await fixture.Ada.Delete($"/api/messages/{bos["id"]}?for=everyone");

        Assert.Equal("FORBIDDEN", foreign.Code);
        Assert.True(byAdmin.IsSuccess);
    }

    [Fact]
    public async Task Deleted_for_me_is_gone_on_all_my_devices_and_nowhere_else()
    {
        var (bo, chatId, message) = await Scene();
        using var phone = await bo.OnAnotherDevice();
        await using var phonesSocket = await phone.Connect();
        var before = (string?)(await phone.Sync()).Data["me"]!["cursor"];

        await bo.Delete($"/api/messages/{message["id"]}?for=me");
        var live = await phonesSocket.Next("message:hidden");
        var synced = (await phone.Post("/api/sync", new { chats = new Dictionary<Guid, string>(), me = before })).Data;

        Assert.Equal((Guid)message["id"]!, (Guid)live["id"]!);
        Assert.Equal((Guid)message["id"]!, (Guid)Assert.Single(synced["me"]!["hidden"]!.AsArray())!["id"]!);
        Assert.Empty((await phone.Get($"/api/messages/chat/{chatId}")).Data.AsArray());
        Assert.Single((await fixture.Ada.Get($"/api/messages/chat/{chatId}")).Data.AsArray());
    }

    [Fact]
    public async Task Reactions_are_counted_told_and_taken_back()
    {
        var (bo, chatId, message) = await Scene();
        await using var socket = await fixture.Ada.Connect();

        await bo.Post($"/api/messages/{message["id"]}/reactions", new { emoji = "👍" });
        await fixture.Ada.Post($"/api/messages/{message["id"]}/reactions", new { emoji = "👍" });
        await socket.Next("message:reaction");
        var told = await socket.Next("message:reaction");
        var seen = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!["reactions"]![0]!;
        await bo.Delete($"/api/messages/{message["id"]}/reactions?emoji=👍");
        var after = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!["reactions"]![0]!;

        Assert.Equal(2, (int)told["counts"]![0]!["count"]!);
        Assert.Null(told["counts"]![0]!["mine"]);
        Assert.Equal(("👍", 2, true), ((string?)seen["emoji"], (int)seen["count"]!, (bool)seen["mine"]!));
        Assert.Equal((1, false), ((int)after["count"]!, (bool)after["mine"]!));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData(" ")]
    [InlineData("👍👍")]
    [InlineData("<b>")]
    public async Task What_is_no_emoji_is_no_reaction(string emoji)
    {
        var (bo, _, message) = await Scene();

        var answer = await bo.Post($"/api/messages/{message["id"]}/reactions", new { emoji });

        Assert.NotNull(answer.Details!["emoji"]);
    }

    [Fact]
    public async Task Whoever_is_not_in_the_chat_changes_nothing()
    {
        var (_, chatId, message) = await Scene();
        using var stranger = await fixture.Somebody("stranger");
        await using var socket = await stranger.Connect();

        Answer[] answers =
        [
            await stranger.Patch($"/api/messages/{message["id"]}", new { content = "x" }),
            await stranger.Delete($"/api/messages/{message["id"]}?for=everyone"),
            await stranger.Delete($"/api/messages/{message["id"]}?for=me"),
            await stranger.Post($"/api/messages/{message["id"]}/reactions", new { emoji = "👍" }),
            await socket.Dispatch("message:edit", new { chatId, id = message["id"], content = "x" }),
            await socket.Dispatch("message:delete", new { chatId, id = message["id"], @for = "me" }),
            await socket.Dispatch("message:react", new { chatId, id = message["id"], emoji = "👍", on = true }),
            await socket.Dispatch("typing:start", new { chatId }),
        ];

        Assert.All(answers, answer => Assert.Equal("NOT_FOUND", answer.Code));
    }

    private async Task<(TestPerson Bo, Guid ChatId, JsonNode Message)> Scene()
    {
        var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        return (bo, chatId, (await fixture.Ada.Send(chatId, "Good")).Data);
    }
}
