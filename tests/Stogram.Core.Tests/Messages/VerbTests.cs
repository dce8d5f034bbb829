using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Messages;

/// <summary>Quotes, edit history, who reacted, and what a send may carry.</summary>
public sealed class VerbTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_reply_quotes_a_part_word_for_word()
    {
        var (bo, chatId) = await Scene();
        var said = (await fixture.Ada.Send(chatId, "Roof 🏠 at six or seven?")).Data;

        var reply = await Quote(bo, chatId, said, "at six", 8);
        var history = (await fixture.Ada.Get($"/api/messages/chat/{chatId}")).Data[0]!;

        Assert.Equal(("at six", 8), ((string?)reply.Data["replyTo"]!["quote"]!["text"], (int)reply.Data["replyTo"]!["quote"]!["offset"]!));
        Assert.Equal("at six", (string?)history["replyTo"]!["quote"]!["text"]);
    }

    [Theory]
    [InlineData("at six", 9)]
    [InlineData("at eight", 8)]
    [InlineData("at six", -1)]
    [InlineData("at six", int.MaxValue)]
    [InlineData("", 0)]
    public async Task What_was_not_said_there_is_no_quote(string text, int offset)
    {
        var (bo, chatId) = await Scene();
        var said = (await fixture.Ada.Send(chatId, "Roof 🏠 at six or seven?")).Data;

        Assert.NotNull((await Quote(bo, chatId, said, text, offset)).Details!["quote"]);
    }

    [Fact]
    public async Task A_quote_goes_with_the_message_it_is_from()
    {
        var (bo, chatId) = await Scene();
        var said = (await fixture.Ada.Send(chatId, "Roof at six")).Data;
        await Quote(bo, chatId, said, "at six", 5);

        await fixture.Ada.Delete($"/api/messages/{said["id"]}?for=everyone");

        Assert.DoesNotContain("at six", (await bo.Get($"/api/messages/chat/{chatId}")).Envelope.ToJsonString());
    }

    [Fact]
    public async Task What_a_message_said_before_is_kept_with_its_times()
    {
        var (bo, chatId) = await Scene();
        var said = (await fixture.Ada.Send(chatId, "One")).Data;
        await fixture.Ada.Patch($"/api/messages/{said["id"]}", new { content = "Two" });
        await fixture.Ada.Patch($"/api/messages/{said["id"]}", new { content = "Three" });

        var edits = await bo.Get($"/api/messages/{said["id"]}/edits");
        var first = await bo.Get($"/api/messages/{said["id"]}/edits?limit=1");
        var rest = await bo.Get($"/api/messages/{said["id"]}/edits?limit=1&cursor={first.Envelope["page"]!["next"]}");

        Assert.Equal(["Two", "One"], edits.Data.AsArray().Select(edit => (string?)edit!["content"]));
        Assert.Equal((string?)said["createdAt"], (string?)edits.Data[1]!["from"]);
        Assert.Equal((string?)edits.Data[1]!["until"], (string?)edits.Data[0]!["from"]);
        Assert.Equal(("Two", "One"), ((string?)first.Data[0]!["content"], (string?)rest.Data[0]!["content"]));
        Assert.Null((string?)rest.Envelope["page"]!["next"]);
    }

    [Fact]
    public async Task Who_reacted_is_told_by_pages_and_by_emoji()
    {
        var (bo, chatId) = await Scene();
        var said = (await fixture.Ada.Send(chatId, "Cake")).Data;
        await bo.Post($"/api/messages/{said["id"]}/reactions", new { emoji = "👍" });
        await bo.Post($"/api/messages/{said["id"]}/reactions", new { emoji = "🎉" });
        await fixture.Ada.Post($"/api/messages/{said["id"]}/reactions", new { emoji = "👍" });

        var thumbs = (await bo.Get($"/api/messages/{said["id"]}/reactions?emoji=👍")).Data.AsArray();
        var first = await bo.Get($"/api/messages/{said["id"]}/reactions?limit=2");
        var rest = await bo.Get($"/api/messages/{said["id"]}/reactions?limit=2&cursor={first.Envelope["page"]!["next"]}");

        Assert.Equal(new[] { fixture.Ada.Id, bo.Id }.Order(), thumbs.Select(one => (Guid)one!["user"]!["id"]!).Order());
        Assert.Equal((2, 1), (first.Data.AsArray().Count, rest.Data.AsArray().Count));
    }

    [Fact]
    public async Task Encrypted_messages_are_for_secret_chats_and_plain_ones_for_the_others()
    {
        var (_, chatId) = await Scene();

        var elsewhere = await fixture.Ada.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId, isEncrypted = true, encryptedContent = "c2VjcmV0" });
        var both = await fixture.Ada.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "x", isEncrypted = true, encryptedContent = "c2VjcmV0" });
        var empty = await fixture.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, isEncrypted = true });
        var large = await fixture.Ada.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId, isEncrypted = true, encryptedContent = new string('x', 70_000) });

        Assert.NotNull(elsewhere.Details!["isEncrypted"]);
        Assert.NotNull(both.Details!["content"]);
        Assert.NotNull(empty.Details!["encryptedContent"]);
        Assert.NotNull(large.Details!["encryptedContent"]);
    }

    [Fact]
    public async Task In_a_secret_chat_only_what_is_encrypted_is_stored_and_no_plain_text_with_it()
    {
        var (bo, chatId) = await Scene();
        await using var connection = new Npgsql.NpgsqlConnection(fixture.Server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("update core.chats set is_secret = true where id = $1", connection);
        command.Parameters.Add(new() { Value = chatId });
        await command.ExecuteNonQueryAsync();

        var plain = await fixture.Ada.Send(chatId, "Plain");
        var secret = await fixture.Ada.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId, isEncrypted = true, encryptedContent = "c2VjcmV0" });
        var forwarded = await bo.Post(
            $"/api/messages/{secret.Data["id"]}/forward", new { id = Guid.CreateVersion7(), to = new[] { await bo.Group("Out") } });
        var history = (await bo.Get($"/api/messages/chat/{chatId}")).Data.AsArray();

        Assert.NotNull(plain.Details!["isEncrypted"]);
        Assert.Equal((true, "c2VjcmV0"), ((bool)history[0]!["isEncrypted"]!, (string?)history[0]!["encryptedContent"]));
        Assert.Null((string?)history[0]!["content"]);
        Assert.NotNull(forwarded.Details!["messageIds"]);
    }

    private async Task<(TestPerson Bo, Guid ChatId)> Scene()
    {
        var bo = await fixture.Somebody();
        return (bo, await fixture.Ada.PrivateChat(bo));
    }

    private static Task<Answer> Quote(TestPerson who, Guid chatId, JsonNode said, string text, int offset) => who.Post(
        "/api/messages",
        new { id = Guid.CreateVersion7(), chatId, content = "Yes", replyToId = (Guid)said["id"]!, quote = new { text, offset } });
}
