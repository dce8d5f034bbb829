namespace Stogram.Core.Tests.Discussions;

/// <summary>Which two are a discussion, who comes into it, and how it ends.</summary>
public sealed class LinkingTests(ServerFixture fixture) : DiscussionScene(fixture)
{
    [Fact]
    public async Task Whoever_reads_the_channel_may_come_into_the_group_and_nobody_else()
    {
        var scene = await Scene();
        using var mira = await Fixture.Somebody("mira");
        await Posted(scene, "Come and talk");

        var shown = (await scene.Reader.Get($"/api/chats/{scene.Channel}/discussion")).Data;
        var joined = await scene.Reader.Post($"/api/chats/{scene.Channel}/discussion/join");
        var read = (await scene.Reader.Get($"/api/messages/chat/{scene.Group}")).Data.AsArray();

        Assert.Equal((scene.Group, "Talk", "OUTSIDE"), ((Guid)shown["chatId"]!, (string?)shown["name"], (string?)shown["state"]));
        Assert.Equal("MEMBER", (string?)joined.Data["state"]);
        Assert.Contains(read, message => (string?)message!["content"] == "Come and talk");
        Assert.Equal("NOT_FOUND", (await mira.Get($"/api/chats/{scene.Channel}/discussion")).Code);
        Assert.Equal("NOT_FOUND", (await mira.Post($"/api/chats/{scene.Channel}/discussion/join")).Code);
        // The way leads from the channel into the group, not back.
        Assert.Equal("NOT_FOUND", (await scene.Bo.Post($"/api/chats/{scene.Group}/discussion/join")).Code);
    }

    [Fact]
    public async Task A_group_that_approves_is_asked_and_a_ban_holds()
    {
        var scene = await Scene();
        using var mira = await Fixture.Somebody("mira");
        await Ada.Post($"/api/chats/{scene.Channel}/members", new { userIds = new[] { mira.Id } });
        await Ada.Patch($"/api/chats/{scene.Group}", new { needsApproval = true });
        await Ada.Put($"/api/chats/{scene.Group}/bans/{mira.Id}", new { });

        var asked = await scene.Reader.Post($"/api/chats/{scene.Channel}/discussion/join");
        var banned = await mira.Post($"/api/chats/{scene.Channel}/discussion/join");

        Assert.Equal("ASKED", (string?)asked.Data["state"]);
        Assert.Equal("NOT_FOUND", (await scene.Reader.Get($"/api/messages/chat/{scene.Group}")).Code);
        Assert.Equal("FORBIDDEN", banned.Code);
    }

    [Fact]
    public async Task Linking_takes_the_right_to_change_both_and_a_pair_that_fits()
    {
        var scene = await Scene(isLinked: false);
        var (closed, another) = (await Ada.Group("Closed", scene.Bo), await Channel(scene.Bo));
        await Ada.Patch($"/api/chats/{closed}", new { historyVisible = false });
        await Ada.Post($"/api/chats/{scene.Channel}/members", new { userIds = new[] { scene.Bo.Id } });
        await Ada.Patch($"/api/chats/{scene.Channel}/members/{scene.Bo.Id}", new { role = "ADMIN", rights = new[] { "POST", "CHANGE_INFO" } });

        var onlyChannel = await Link(scene.Bo, scene.Channel, scene.Group);
        var onlyGroup = await Link(Ada, another, scene.Group);
        var reader = await Link(scene.Reader, scene.Channel, scene.Group);
        var self = await Link(Ada, scene.Channel, scene.Channel);
        var turned = await Link(Ada, scene.Group, scene.Channel);
        var hidden = await Link(Ada, scene.Channel, closed);
        var unknown = await Link(Ada, scene.Channel, Guid.CreateVersion7());
        var nothing = await Ada.Put($"/api/chats/{scene.Channel}/discussion", new { });
        await Ada.Patch($"/api/chats/{scene.Group}/members/{scene.Bo.Id}", new { role = "ADMIN", rights = new[] { "CHANGE_INFO" } });
        var both = await Link(scene.Bo, scene.Channel, scene.Group);
        var again = await Link(scene.Bo, scene.Channel, scene.Group);
        var twice = await Link(Ada, await Channel(Ada), scene.Group);
        var second = await Link(Ada, scene.Channel, await Ada.Group("Another"));
        var hiding = await Ada.Patch($"/api/chats/{scene.Group}", new { historyVisible = false });

        Assert.Equal(("FORBIDDEN", "NOT_FOUND", "FORBIDDEN"), (onlyChannel.Code, onlyGroup.Code, reader.Code));
        Assert.Equal(("VALIDATION_FAILED", "VALIDATION_FAILED", "CONFLICT"), (self.Code, turned.Code, hidden.Code));
        Assert.Equal(("NOT_FOUND", "VALIDATION_FAILED"), (unknown.Code, nothing.Code));
        Assert.Equal((scene.Group, scene.Group), ((Guid)both.Data["linkedChatId"]!, (Guid)again.Data["linkedChatId"]!));
        Assert.Equal(("CONFLICT", "CONFLICT", "CONFLICT"), (twice.Code, second.Code, hiding.Code));
    }

    [Fact]
    public async Task Parted_from_either_side_nothing_more_is_copied_and_all_that_was_said_stays()
    {
        var scene = await Scene();
        await Posted(scene, "Together");
        await using var inGroup = await scene.Bo.Connect();
        await using var inChannel = await scene.Reader.Connect();

        var refused = await scene.Bo.Delete($"/api/chats/{scene.Group}/discussion");
        var parted = await Ada.Delete($"/api/chats/{scene.Group}/discussion");
        var (group, channel) = (await inGroup.Next("chat:updated"), await inChannel.Next("chat:updated"));
        await Ada.Send(scene.Channel, "Alone");
        await Link(scene);
        await Ada.Send(scene.Channel, "Together again");

        Assert.Equal(("FORBIDDEN", true), (refused.Code, parted.IsSuccess));
        Assert.Null(group["chat"]!["linkedChatId"]);
        Assert.Null(channel["chat"]!["linkedChatId"]);
        Assert.Equal(["Together again", "Together"], (await Copies(scene, 2)).Select(copy => (string?)copy["content"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_one_of_the_two_is_deleted_the_other_goes_on_alone(bool isChannel)
    {
        var scene = await Scene();
        await Posted(scene, "Here");
        var (gone, left) = isChannel ? (scene.Channel, scene.Group) : (scene.Group, scene.Channel);
        await using var listener = await (isChannel ? scene.Bo : scene.Reader).Connect();

        var deleted = await Ada.Delete($"/api/chats/{gone}");
        var told = await listener.Next("chat:updated");

        Assert.True(deleted.IsSuccess);
        Assert.Equal(left, (Guid)told["chatId"]!);
        Assert.Null(told["chat"]!["linkedChatId"]);
        Assert.Null((await Ada.Get($"/api/chats/{left}")).Data["chat"]!["linkedChatId"]);
        Assert.True((await Ada.Send(left, "Still here")).IsSuccess);
        Assert.Equal(0L, await Fixture.Sql($"select count(*) from core.discussions where chat_id = '{scene.Channel}'"));
    }
}
