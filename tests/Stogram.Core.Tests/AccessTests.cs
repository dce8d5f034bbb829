using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Storage;

namespace Stogram.Core.Tests;

/// <summary>Who is not a member now gets nothing of a chat, by any door.</summary>
public sealed class AccessTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    public enum Outsider
    {
        Anonymous,
        Stranger,
        RemovedMember,
        OtherOrganization,
        SignedOut,
    }

    public static readonly TheoryData<Outsider> Outsiders = new(Enum.GetValues<Outsider>());

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task Gets_nothing_by_rest(Outsider who)
    {
        var (chatId, messageId, file, http) = await Scene(who);
        var expected = who is Outsider.Anonymous or Outsider.SignedOut ? "UNAUTHORIZED" : "NOT_FOUND";

        Answer[] answers =
        [
            await http.Call(HttpMethod.Get, $"/api/chats/{chatId}"),
            await http.Call(HttpMethod.Get, $"/api/chats/{chatId}/members"),
            await http.Call(HttpMethod.Post, $"/api/chats/{chatId}/members", new { userIds = new[] { fixture.Ada.Id } }),
            await http.Call(HttpMethod.Delete, $"/api/chats/{chatId}/members/{fixture.Ada.Id}"),
            await http.Call(HttpMethod.Post, $"/api/chats/{chatId}/leave"),
            await http.Call(HttpMethod.Post, $"/api/chats/{chatId}/read", new { seq = 1 }),
            await http.Call(HttpMethod.Get, $"/api/messages/chat/{chatId}"),
            await http.Call(HttpMethod.Post, "/api/messages", new { id = Guid.NewGuid(), chatId, content = "Let me in" }),
            await http.Call(HttpMethod.Post, "/api/messages", new { id = messageId, chatId, content = "Let me in" }),
            await http.Call(HttpMethod.Get, $"/api/files/{file}"),
            await http.Call(HttpMethod.Get, $"/api/files/{file}/link"),
        ];

        Assert.All(answers, answer => Assert.Equal(expected, answer.Code));
    }

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task Gets_nothing_by_sync(Outsider who)
    {
        var (chatId, _, _, http) = await Scene(who);

        var answer = await http.Call(HttpMethod.Post, "/api/sync", new { chats = new Dictionary<Guid, string> { [chatId] = "MQ" } });

        if (who is Outsider.Anonymous or Outsider.SignedOut)
        {
            Assert.Equal("UNAUTHORIZED", answer.Code);
            return;
        }

        Assert.Empty(answer.Data["chats"]!.AsArray());
        Assert.Equal(chatId, (Guid)Assert.Single(answer.Data["removed"]!.AsArray())!);
    }

    [Fact]
    public async Task A_stranger_and_a_removed_member_get_nothing_by_the_hub()
    {
        using var stranger = await fixture.Somebody("stranger");
        using var removed = await fixture.Somebody("removed");
        var chatId = await fixture.Ada.Group("Atrium", removed);
        await using var strangersSocket = await stranger.Connect();
        await using var removedSocket = await removed.Connect();
        await fixture.Ada.Delete($"/api/chats/{chatId}/members/{removed.Id}");

        await fixture.Ada.Send(chatId, "Between us");
        var sent = await removedSocket.Send(chatId, "Still here?");
        var read = await strangersSocket.Dispatch("message:read", new { chatId, seq = 1 });

        Assert.Equal("NOT_FOUND", sent.Code);
        Assert.Equal("NOT_FOUND", read.Code);
        Assert.Equal(["chat:removed"], removedSocket.Drain().Select(e => e.Name));
        Assert.Empty(strangersSocket.Drain());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not.a.token")]
    public async Task Without_a_live_session_there_is_no_hub(string token) =>
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
            () => Stogram.Testing.Server.HubClient.Connect(fixture.Server.Url, token));

    [Fact]
    public async Task An_id_that_does_not_exist_and_one_that_is_foreign_look_alike()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.Group("Atrium");

        var foreign = await bo.Get($"/api/messages/chat/{chatId}");
        var unknown = await bo.Get($"/api/messages/chat/{Guid.NewGuid()}");

        Assert.Equal(foreign.Envelope.ToJsonString(), unknown.Envelope.ToJsonString());
        Assert.Equal(foreign.Status, unknown.Status);
    }

    [Fact]
    public async Task Nobody_of_another_organization_can_be_found_or_added()
    {
        using var foreigner = await Foreigner();
        var chatId = await fixture.Ada.Group("Atrium");

        Assert.Equal("NOT_FOUND", (await fixture.Ada.Get($"/api/users/{foreigner.Id}")).Code);
        Assert.Equal("NOT_FOUND", (await fixture.Ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { foreigner.Id } })).Code);
        Assert.Equal("NOT_FOUND", (await fixture.Ada.Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { foreigner.Id } })).Code);
    }

    private async Task<(Guid ChatId, Guid MessageId, Guid File, HttpClient Http)> Scene(Outsider who)
    {
        var outsider = who == Outsider.OtherOrganization ? await Foreigner() : await fixture.Somebody();
        var chatId = who == Outsider.RemovedMember
            ? await fixture.Ada.Group("Atrium", outsider)
            : await fixture.Ada.Group("Atrium");
        var file = await Files.Upload.Picture(fixture.Ada);
        var sent = await fixture.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { file } });
        await fixture.Ada.Delete($"/api/chats/{chatId}/members/{outsider.Id}");
        if (who == Outsider.SignedOut)
        {
            await outsider.Post("/api/auth/logout");
        }

        var http = who == Outsider.Anonymous ? fixture.Server.Anonymous() : outsider.Http;
        return (chatId, (Guid)sent.Data["id"]!, file, http);
    }

    private async Task<TestPerson> Foreigner()
    {
        var slug = $"other-{Guid.NewGuid():n}"[..20];
        using var scope = fixture.Server.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<StogramContext>().Database.ExecuteSqlAsync(
            $"insert into core.organizations (id, slug, name, created_at) values ({Guid.CreateVersion7()}, {slug}, 'Other', now())");
        return await fixture.Server.SignUp($"f_{Guid.NewGuid():n}"[..20], slug);
    }
}
