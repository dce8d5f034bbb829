using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Discussions;

/// <summary>What becomes of posts in the group, and of comments in the channel.</summary>
public sealed class DiscussionTests(ServerFixture fixture) : DiscussionScene(fixture)
{
    [Fact]
    public async Task A_post_appears_in_the_group_as_said_by_the_channel_and_leads_there()
    {
        var scene = await Scene();
        await using var inGroup = await scene.Bo.Connect();
        await using var inChannel = await scene.Reader.Connect();

        var post = (await Ada.Send(scene.Channel, "The roof opens on Friday #news")).Data;
        var copy = await inGroup.NextSaid();
        var told = await inChannel.Next("message:thread");

        Assert.Equal((scene.Group, "The roof opens on Friday #news"), ((Guid)copy["chatId"]!, (string?)copy["content"]));
        Assert.Equal((scene.Channel, (Guid)post["id"]!, "Town"), Origin(copy));
        Assert.Null(copy["forwardedFrom"]!["senderId"]);
        Assert.Equal((scene.Channel, (long)post["seq"]!), Twin(copy));
        Assert.Equal((scene.Group, (long)copy["seq"]!), Twin(told));
        Assert.Equal((scene.Group, (long)copy["seq"]!), Twin(await Only(scene.Reader, scene.Channel)));
        Assert.True((bool)copy["isSilent"]!);
        Assert.Equal("news", (string?)copy["hashtags"]![0]);
    }

    [Fact]
    public async Task Comments_are_answers_to_the_copy_and_the_channel_counts_them_without_saying_whose_they_are()
    {
        var scene = await Scene();
        await using var inChannel = await scene.Reader.Connect();
        var copy = await Posted(scene, "The roof opens");
        await inChannel.Next("message:thread");

        var comment = await Comment(scene.Bo, scene.Group, copy, "At last");
        var told = await inChannel.Next("message:thread");
        var count = (await Only(scene.Reader, scene.Channel))["thread"]!;
        await scene.Bo.Delete($"/api/messages/{comment["id"]}?for=everyone");
        var none = await inChannel.Next("message:thread");

        Assert.Equal((long)copy["seq"]!, (long)comment["threadSeq"]!);
        Assert.Equal((1, (long)comment["seq"]!), ((int)told["thread"]!["count"]!, (long)told["thread"]!["lastSeq"]!));
        Assert.Equal((1, 0), ((int)count["count"]!, count["by"]!.AsArray().Count));
        Assert.Null(none["thread"]);
        Assert.NotNull(none["twin"]);
    }

    [Fact]
    public async Task The_copy_follows_an_edit_and_goes_with_its_post_files_too_and_nobody_edits_it_there()
    {
        var scene = await Scene();
        await using var inGroup = await scene.Bo.Connect();
        var file = await Files.Upload.Picture(Ada);
        var post = (await Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId = scene.Channel, content = "Fridy", fileIds = new[] { file } })).Data;
        var copy = await inGroup.NextSaid();
        var readable = (await scene.Bo.Get($"/api/files/{file}/link")).IsSuccess;

        await Ada.Patch($"/api/messages/{post["id"]}", new { content = "Friday" });
        var edited = await inGroup.Next("message:edited");
        var byAuthor = await Ada.Patch($"/api/messages/{copy["id"]}", new { content = "Saturday" });
        await Ada.Delete($"/api/messages/{post["id"]}?for=everyone");
        var deleted = await inGroup.Next("message:deleted");
        // One after the other: then the files of the first are gone, too.
        await Posted(scene, "On Friday");

        Assert.True(readable);
        Assert.Equal(("Friday", true), ((string?)edited["content"], (bool)edited["isEdited"]!));
        Assert.Equal("FORBIDDEN", byAuthor.Code);
        Assert.Equal((string?)copy["id"], (string?)deleted["id"]);
        Assert.Equal("NOT_FOUND", (await Ada.Get($"/api/files/{file}/link")).Code);
    }

    [Fact]
    public async Task Only_what_is_posted_from_then_on_is_copied_and_that_in_order()
    {
        var scene = await Scene(isLinked: false);
        var old = (await Ada.Send(scene.Channel, "Before")).Data;
        await Link(scene);
        await Task.WhenAll(Enumerable.Range(1, 30).Select(i => Ada.Send(scene.Channel, $"{i}")));
        await Ada.Patch($"/api/messages/{old["id"]}", new { content = "Long before" });

        var copies = await Copies(scene, 30);
        var posts = (await Ada.Get($"/api/messages/chat/{scene.Channel}?limit=100")).Data.AsArray().SkipLast(1);

        Assert.Equal(posts.Select(post => (string?)post!["content"]), copies.Select(copy => (string?)copy["content"]));
    }

    [Fact]
    public async Task What_a_crash_left_undone_is_done_once()
    {
        var scene = await Scene();
        await Posted(scene, "First");
        await Ada.Send(scene.Channel, "Second");
        await Copies(scene, 2);

        // As if the server had ended between the copies and knowing of them.
        await Fixture.Sql($"update core.discussions set posted_rev = 0, counted_rev = 0 where chat_id = '{scene.Channel}'");
        await Ada.Send(scene.Channel, "Third");
        var copies = await Copies(scene, 3);

        Assert.Equal(["Third", "Second", "First"], copies.Select(copy => (string?)copy["content"]));
    }

    [Fact]
    public async Task Two_nodes_make_one_copy()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        var node = await server.AnotherNode();
        var (channel, group) = (await Channel(ada), await ada.Group("Talk"));
        await Link(ada, channel, group);
        await using var there = await ada.Connect(node);
        await using var here = await ada.Connect();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? there : here).Send(channel, $"{i}")));
        await Copies(ada, group, 20);
        await here.Send(channel, "Last");
        var copies = await Copies(ada, group, 21);

        Assert.Equal(21, copies.Select(copy => (long)copy["twin"]!["seq"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_post_goes_into_the_group_whoever_wrote_it()
    {
        var scene = await Scene();
        await Ada.Post($"/api/chats/{scene.Channel}/members", new { userIds = new[] { scene.Bo.Id } });
        await Ada.Patch($"/api/chats/{scene.Channel}/members/{scene.Reader.Id}", new { role = "ADMIN" });
        await Ada.Patch($"/api/chats/{scene.Group}", new { memberRights = Array.Empty<string>() });

        var strangers = await scene.Reader.Send(scene.Channel, "I am not in the group");
        var copies = await Copies(scene, 1);

        Assert.True(strangers.IsSuccess);
        Assert.Equal("I am not in the group", (string?)copies[0]["content"]);
        Assert.Equal("NOT_FOUND", (await scene.Reader.Get($"/api/messages/chat/{scene.Group}")).Code);
    }

    [Fact]
    public async Task A_copy_that_the_group_deleted_stays_away_and_the_post_stays()
    {
        var scene = await Scene();
        await using var inGroup = await scene.Bo.Connect();
        var copy = await Posted(scene, "Not here");

        await Ada.Delete($"/api/messages/{copy["id"]}?for=everyone");
        await inGroup.Next("message:deleted");
        await Ada.Patch($"/api/messages/{(await Only(Ada, scene.Channel))["id"]}", new { content = "Still not here" });
        await Ada.Send(scene.Channel, "Next");
        var copies = await Copies(scene, 1);

        Assert.Equal(["Next"], copies.Select(one => (string?)one["content"]));
        Assert.Equal(2, (await Ada.Get($"/api/messages/chat/{scene.Channel}")).Data.AsArray().Count(post => !(bool)post!["isDeleted"]!));
    }

    private static async Task<JsonNode> Comment(TestPerson who, Guid chatId, JsonNode to, string content) =>
        (await who.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content, replyToId = (Guid)to["id"]! })).Data;

    private static (Guid, Guid, string?) Origin(JsonNode copy) =>
        ((Guid)copy["forwardedFrom"]!["chatId"]!, (Guid)copy["forwardedFrom"]!["messageId"]!, (string?)copy["forwardedFrom"]!["name"]);

    private static (Guid, long) Twin(JsonNode message) => ((Guid)message["twin"]!["chatId"]!, (long)message["twin"]!["seq"]!);
}
