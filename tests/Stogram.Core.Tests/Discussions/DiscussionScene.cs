using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Discussions;

/// <summary>A channel, and a group in which it is discussed.</summary>
public abstract class DiscussionScene(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    protected ServerFixture Fixture => fixture;

    protected TestPerson Ada => fixture.Ada;

    protected sealed record Pair(Guid Channel, Guid Group, TestPerson Bo, TestPerson Reader);

    /// <summary>Ada's channel and group; Bo is in the group alone, the reader in the channel alone.</summary>
    protected async Task<Pair> Scene(bool isLinked = true)
    {
        var (bo, reader) = (await fixture.Somebody(), await fixture.Somebody("reader"));
        var scene = new Pair(await Channel(Ada, reader), await Ada.Group("Talk", bo), bo, reader);
        if (isLinked)
        {
            await Link(scene);
        }

        return scene;
    }

    protected static async Task<Guid> Channel(TestPerson owner, params TestPerson[] readers) => (Guid)(await owner.Post(
        "/api/chats", new { type = "CHANNEL", name = "Town", memberIds = readers.Select(reader => reader.Id) })).Data["id"]!;

    protected Task<Answer> Link(Pair scene) => Link(Ada, scene.Channel, scene.Group);

    protected static Task<Answer> Link(TestPerson who, Guid channel, Guid group) =>
        who.Put($"/api/chats/{channel}/discussion", new { groupId = group });

    protected async Task<JsonNode> Posted(Pair scene, string content)
    {
        await using var inGroup = await scene.Bo.Connect();
        await Ada.Send(scene.Channel, content);
        return await inGroup.NextSaid();
    }

    protected static Task<JsonNode[]> Copies(Pair scene, int count) => Copies(scene.Bo, scene.Group, count);

    /// <summary>Those in the group, the newest first, once there are so many.</summary>
    protected static async Task<JsonNode[]> Copies(TestPerson who, Guid group, int count)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var said = (await who.Get($"/api/messages/chat/{group}?limit=100")).Data.AsArray();
            JsonNode[] copies = [.. said.Where(message => message!["twin"] is not null && !(bool)message["isDeleted"]!).Select(message => message!)];
            if (copies.Length >= count || patience.Elapsed > TimeSpan.FromSeconds(20))
            {
                Assert.Equal(count, copies.Length);
                return copies;
            }

            await Task.Delay(50);
        }
    }

    protected static async Task<JsonNode> Only(TestPerson who, Guid chatId) =>
        (await who.Get($"/api/messages/chat/{chatId}")).Data.AsArray().Single()!;
}
