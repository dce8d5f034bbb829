using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Messages;

public sealed class NameTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_message_names_members_alone_and_remembers_its_tags()
    {
        var (bo, name, chatId) = await Scene();
        await fixture.Server.SignUp("stranger");
        await using var socket = await bo.Connect();

        var sent = await Say(chatId, $"**@{name.ToUpperInvariant()}** and @stranger, `@{name}`: #Plan #plan #план");
        var live = await socket.Next("message:new");
        var stored = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!;

        foreach (var message in new[] { sent, live, stored })
        {
            Assert.Equal([bo.Id], Mentions(message));
            Assert.Equal(["plan", "план"], message["hashtags"]!.AsArray().Select(tag => (string)tag!));
        }
    }

    [Fact]
    public async Task An_edit_names_anew_and_a_deletion_names_nobody()
    {
        var (bo, name, chatId) = await Scene();
        var message = await Say(chatId, $"@{name} #one");

        var edited = (await fixture.Ada.Patch($"/api/messages/{message["id"]}", new { content = "#two" })).Data;
        await fixture.Ada.Delete($"/api/messages/{message["id"]}?for=everyone");
        var gone = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!;

        Assert.Empty(Mentions(edited));
        Assert.Equal("two", (string?)edited["hashtags"]![0]);
        Assert.Empty(gone["hashtags"]!.AsArray());
    }

    [Fact]
    public async Task Everybody_is_called_at_once_and_nobody_can_be_of_that_name()
    {
        var (_, _, chatId) = await Scene();

        var called = await Say(chatId, "@all, look");
        var refused = await fixture.Ada.Patch($"/api/users/{fixture.Ada.Id}", new { username = "All" });

        Assert.Equal([Guid.Empty], Mentions(called));
        Assert.Equal("VALIDATION_FAILED", refused.Code);
    }

    [Fact]
    public async Task What_is_passed_on_calls_nobody()
    {
        var (bo, name, chatId) = await Scene();
        var message = await Say(chatId, $"@{name} #kept");

        await fixture.Ada.Post($"/api/messages/{message["id"]}/forward", new { id = Guid.CreateVersion7(), to = new[] { chatId } });
        var passed = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!;

        Assert.NotNull(passed["forwardedFrom"]);
        Assert.Empty(Mentions(passed));
        Assert.Equal("kept", (string?)passed["hashtags"]![0]);
    }

    private static Guid[] Mentions(JsonNode message) => [.. message["mentions"]!.AsArray().Select(id => (Guid)id!)];

    private async Task<(TestPerson Bo, string Name, Guid ChatId)> Scene()
    {
        var name = $"bo_{Guid.NewGuid():n}"[..12];
        var bo = await fixture.Server.SignUp(name);
        return (bo, name, await fixture.Ada.Group("Atrium", bo));
    }

    private async Task<JsonNode> Say(Guid chatId, string content) =>
        (await fixture.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content })).Data;
}
