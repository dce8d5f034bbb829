using Stogram.Core.Chats;
using Stogram.Core.Messages;

namespace Stogram.Core.Tests.Messages;

/// <summary>A server on which there may be very little.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private TestServer server = null!;

    private TestPerson ada = null!;

    private Guid chatId;

    public async Task InitializeAsync()
    {
        server = await TestServer.Start(
            chats: new ChatLimits { Members = 2 },
            messages: new MessageLimits
            {
                MessageLength = 10, FilesPerMessage = 1, ReactionsPerMessage = 2, ReactionsPerPerson = 1, Pins = 1, Scheduled = 1, Forwards = 1,
            });
        ada = await server.SignUp("ada");
        chatId = await ada.Group("Atrium");
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Fact]
    public async Task A_chat_holds_so_many_people_by_whichever_door_and_whoever_is_one_too_many_is_told()
    {
        using var bo = await server.SignUp("bo");
        using var cy = await server.SignUp("cy");
        var code = (string)(await ada.Post($"/api/chats/{chatId}/links")).Data["code"]!;

        var made = await ada.Post("/api/chats", new { type = "GROUP", name = "Hall", memberIds = new[] { bo.Id, cy.Id } });
        var second = await ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });
        var again = await ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });
        var third = await ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { cy.Id } });
        var byLink = await cy.Post("/api/join", new { code });
        await ada.Delete($"/api/chats/{chatId}/members/{bo.Id}");
        var inPlace = await cy.Post("/api/join", new { code });

        Assert.True(second.IsSuccess && again.IsSuccess && inPlace.IsSuccess);
        Assert.All(new[] { made, third, byLink }, answer => Assert.Equal(("CONFLICT", "2"), (answer.Code, (string?)answer.Details!["limit"])));
    }

    [Fact]
    public async Task Each_limit_is_told_where_it_is_met()
    {
        var said = (await ada.Send(chatId, "1234567890")).Data;
        var other = (await ada.Send(chatId, "Other")).Data;
        var files = new[] { await Files.Upload.Picture(ada), await Files.Upload.Picture(ada) };
        await ada.Post($"/api/messages/{said["id"]}/reactions", new { emoji = "👍" });
        await ada.Post($"/api/chats/{chatId}/pins", new { messageId = said["id"] });
        var scheduled = (await ada.Post("/api/messages", Scheduled("Later"))).Data;

        var refusals = new[]
        {
            (await ada.Send(chatId, "12345678901"), "content", "10"),
            (await ada.Patch($"/api/messages/{said["id"]}", new { content = "12345678901" }), "content", "10"),
            (await ada.Patch($"/api/messages/scheduled/{scheduled["id"]}", new { content = "12345678901" }), "content", "10"),
            (await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = files }), "fileIds", "1"),
            (await ada.Post($"/api/messages/{said["id"]}/reactions", new { emoji = "🎉" }), "emoji", "1"),
            (await ada.Post($"/api/chats/{chatId}/pins", new { messageId = other["id"] }), "id", "1"),
            (await ada.Post("/api/messages", Scheduled("Too")), "scheduledAt", "1"),
            (await ada.Post("/api/messages/forward", new { id = Guid.CreateVersion7(), chatId, messageIds = new[] { said["id"], other["id"] }, to = new[] { chatId } }), "to", "1"),
        };

        Assert.All(refusals, refused =>
        {
            var (answer, field, limit) = refused;
            Assert.Equal("VALIDATION_FAILED", answer.Code);
            Assert.Contains($" {limit} ", (string)answer.Details![field]!);
        });
    }

    private object Scheduled(string content) =>
        new { id = Guid.CreateVersion7(), chatId, content, scheduledAt = DateTimeOffset.UtcNow.AddHours(1) };
}
