using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Previews;

namespace Stogram.Core.Tests.Previews;

public sealed class PreviewTests(PreviewScene scene) : IClassFixture<PreviewScene>, IAsyncLifetime
{
    private readonly string folder = $"/{Guid.NewGuid():n}";

    private readonly TestSite site = scene.Site;

    private readonly TestServer server = scene.Server;

    private readonly TestPerson ada = scene.Ada;

    private readonly TestPerson bo = scene.Bo;

    private Guid chatId;

    public async Task InitializeAsync() => chatId = await scene.Ada.Group("Atrium", scene.Bo);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_message_gets_the_preview_of_its_link_after_it_was_sent_and_everybody_converges()
    {
        await using var socket = await bo.Connect();
        var cursor = (string)(await bo.Sync()).Data["chats"]!.AsArray().Single(row => (Guid)row!["chat"]!["id"]! == chatId)!["cursor"]!;

        var sent = (await ada.Send(chatId, $"Look: {Roof("/roof")}.")).Data;
        var told = await socket.Next("message:preview");
        var synced = (await bo.Sync((chatId, cursor))).Data["chats"]!.AsArray().SelectMany(row => row!["messages"]!.AsArray()).Single(row => (string?)row!["id"] == (string?)sent["id"])!;
        var read = await Only();

        Assert.Null(sent["preview"]);
        foreach (var message in new[] { told, synced, read })
        {
            Assert.Equal((long)sent["rev"]! + 1, (long)message["rev"]!);
            Assert.Equal((false, $"{At("/roof")}"), ((bool)message["isEdited"]!, (string?)message["preview"]!["url"]));
            Assert.Equal(
                ("Roofs", "The roof at six", "Bring a coat."),
                ((string?)message["preview"]!["site"], (string?)message["preview"]!["title"], (string?)message["preview"]!["description"]));
            Assert.Equal((1, 1), ((int)message["preview"]!["image"]!["width"]!, (int)message["preview"]!["image"]!["height"]!));
        }
    }

    [Fact]
    public async Task Its_picture_is_a_file_of_the_message_for_those_who_are_in_the_chat_and_goes_with_it()
    {
        using var cy = await server.SignUp("cy");
        var first = await Shown($"{Roof("/roof")}");
        var second = await Shown($"Again {At("/roof")}");
        var (url, id) = ((string)first["preview"]!["image"]!["url"]!, (Guid)first["preview"]!["image"]!["id"]!);

        var bytes = await bo.Http.GetByteArrayAsync(url);
        using var anonymous = server.Anonymous();
        var signed = await anonymous.GetByteArrayAsync((string)(await Only())["preview"]!["image"]!["url"]!);
        var byStranger = await cy.Get($"/api/files/{id}/link");
        await ada.Delete($"/api/messages/{first["id"]}?for=everyone");
        var withOne = IsOnDisk(first);
        await ada.Delete($"/api/messages/{second["id"]}?for=everyone");

        Assert.Equal(TestSite.Pixel, bytes);
        Assert.Equal(TestSite.Pixel, signed);
        Assert.Equal(id, (Guid)second["preview"]!["image"]!["id"]!);
        Assert.Equal("NOT_FOUND", byStranger.Code);
        Assert.Equal((true, false), (withOne, IsOnDisk(first)));
        Assert.Null((await History())[0]!["preview"]);
    }

    [Fact]
    public async Task Where_there_is_nothing_the_message_stays_as_it_is_and_the_page_is_left_alone_for_a_while()
    {
        site.Html(folder + "/empty", "<p>Nothing of itself");
        var sent = (await ada.Send(chatId, $"{At("/empty")}")).Data;
        await Until(() => Kept("expires_at > now() and preview is null"));

        await ada.Send(chatId, $"{At("/empty")}");
        await Shown($"{Roof("/roof")}");

        Assert.Equal(1, CountOf("/empty"));
        Assert.Equal((long)sent["rev"]!, (long)(await History()).Single(row => (string?)row!["id"] == (string?)sent["id"])!["rev"]!);
    }

    [Fact]
    public async Task The_sender_can_send_without_and_take_it_away_afterwards_and_nobody_else_can()
    {
        Roof("/declined");
        await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = $"{At("/declined")}", hidePreview = true });
        var shown = await Shown($"{Roof("/roof")}");
        await using var socket = await bo.Connect();

        var byBo = await bo.Delete($"/api/messages/{shown["id"]}/preview");
        var byAda = await ada.Delete($"/api/messages/{shown["id"]}/preview");
        var told = await socket.Next("message:preview");
        await ada.Patch($"/api/messages/{shown["id"]}", new { content = $"Here: {Roof("/other")}" });
        await Shown($"{Roof("/last")}");

        Assert.Equal("FORBIDDEN", byBo.Code);
        Assert.Null(byAda.Data["preview"]);
        Assert.Equal(((long)shown["rev"]! + 1, null), ((long)told["rev"]!, told["preview"]));
        Assert.Equal((0, 0), (CountOf("/declined"), CountOf("/other")));
        Assert.False(IsOnDisk(shown));
    }

    [Fact]
    public async Task A_forwarded_message_shows_a_preview_where_the_original_does()
    {
        Roof("/declined");
        var without = (await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = $"{At("/declined")}", hidePreview = true })).Data;
        var with = await Shown($"{Roof("/roof")}");
        var group = await bo.Group("Elsewhere");
        await using var socket = await bo.Connect();

        await bo.Post("/api/messages/forward", new { id = Guid.CreateVersion7(), chatId, messageIds = new[] { without["id"], with["id"] }, to = new[] { group } });
        var told = await socket.Next("message:preview");

        Assert.Equal((group, "The roof at six"), ((Guid)told["chatId"]!, (string?)told["preview"]!["title"]));
        Assert.Equal(0, CountOf("/declined"));
    }

    [Fact]
    public async Task An_edit_takes_the_preview_of_a_link_that_is_gone_and_shows_the_new_one()
    {
        await using var socket = await bo.Connect();
        var shown = await Shown($"{Roof("/roof")}");
        await socket.Next("message:preview");

        await ada.Patch($"/api/messages/{shown["id"]}", new { content = $"At six: {At("/roof")}" });
        var kept = await socket.Next("message:edited");
        await ada.Patch($"/api/messages/{shown["id"]}", new { content = $"{Roof("/other")}" });
        var changed = await socket.Next("message:edited");
        var again = await socket.Next("message:preview");
        await ada.Patch($"/api/messages/{shown["id"]}", new { content = "No link" });
        var gone = await socket.Next("message:edited");

        Assert.Equal("The roof at six", (string?)kept["preview"]!["title"]);
        Assert.Null(changed["preview"]);
        Assert.Equal($"{At("/other")}", (string?)again["preview"]!["url"]);
        Assert.Null(gone["preview"]);
        Assert.Equal((false, false), (IsOnDisk(shown), IsOnDisk(again)));
    }

    [Fact]
    public async Task A_scheduled_message_is_looked_at_when_it_is_sent()
    {
        var scheduled = (await ada.Post("/api/messages", new
        {
            id = Guid.CreateVersion7(), chatId, content = $"{Roof("/roof")}", scheduledAt = DateTimeOffset.UtcNow.AddHours(1),
        })).Data;
        await using var socket = await bo.Connect();
        var before = CountOf("/roof");

        await ada.Post($"/api/messages/scheduled/{scheduled["id"]}/send");
        var told = await socket.Next("message:preview");

        Assert.Equal((0, (string?)scheduled["id"]), (before, (string?)told["id"]));
    }

    [Fact]
    public async Task Who_looks_a_moment_before_whoever_claimed_the_page_by_its_own_clock_waits_for_it()
    {
        var page = Roof("/claimed");
        await scene.Sql($"insert into core.link_previews (organization_id, url, claimed_until, expires_at) select id, '{page}', now() + interval '1 s', now() + interval '0.5 s' from core.organizations");

        var shown = await Shown($"{page}");

        Assert.Equal("The roof at six", (string?)shown["preview"]!["title"]);
    }

    [Fact]
    public async Task An_organization_can_do_without()
    {
        var rules = (await ada.Patch("/api/admin/organization", new { linkPreviews = false })).Data;
        var asked = await ada.Post("/api/previews", new { url = $"{Roof("/off")}" });
        var sent = (await ada.Send(chatId, $"{At("/off")}")).Data;
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ShowPreview>().Run(chatId, (Guid)sent["id"]!, CancellationToken.None);
        }

        var (rev, count) = ((long)(await Only())["rev"]!, CountOf("/off"));
        await ada.Patch("/api/admin/organization", new { linkPreviews = true });

        Assert.False((bool)rules["linkPreviews"]!);
        Assert.Equal(((long)sent["rev"]!, 0), (rev, count));
        Assert.Null(asked.Envelope["data"]);
    }

    [Fact]
    public async Task Who_writes_is_shown_what_will_be_shown()
    {
        var asked = (await bo.Post("/api/previews", new { url = $"{Roof("/roof")}" })).Data;
        var shown = await Shown($"{At("/roof")}");
        var wrong = await bo.Post("/api/previews", new { url = "javascript:alert(1)" });
        var inner = await bo.Post("/api/previews", new { url = "http://127.0.0.1:1/" });

        Assert.Equal(("The roof at six", null), ((string?)asked["title"], asked["image"]));
        Assert.Equal((1, 1), ((int)shown["preview"]!["image"]!["width"]!, CountOf("/roof")));
        Assert.NotNull(wrong.Details!["url"]);
        Assert.Null(inner.Envelope["data"]);
    }

    [Theory]
    [InlineData("||{0}||")]
    [InlineData("`{0}`")]
    [InlineData("no link")]
    public async Task What_is_hidden_or_quoted_as_code_is_not_looked_at(string text)
    {
        Roof("/hidden");
        await ada.Send(chatId, string.Format(null, text, At("/hidden")));
        await Shown($"{Roof("/roof")}");

        Assert.Equal(0, CountOf("/hidden"));
    }

    [Fact]
    public async Task A_link_to_a_picture_shows_it()
    {
        var shown = await Shown($"{site.Bytes(folder + "/holiday%20roof.png", "image/png", TestSite.Pixel).AbsoluteUri}");

        Assert.Equal("holiday roof.png", (string?)shown["preview"]!["title"]);
        Assert.True(IsOnDisk(shown));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_that_is_none_or_too_large_to_unpack_is_not_stored(bool isPicture)
    {
        var huge = (byte[])TestSite.Pixel.Clone();
        huge[18] = huge[22] = 0x7F;
        site.Bytes(folder + "/picture", "image/png", isPicture ? huge : [1, 2, 3]);
        var page = site.Html(folder + "/page", $"<title>A page</title><meta property=og:image content={folder}/picture>");

        var shown = await Shown($"{page}");

        Assert.Equal(("A page", null), ((string?)shown["preview"]!["title"], shown["preview"]!["image"]));
    }

    private Uri Roof(string path) => site.Roof(folder + path);

    private Uri At(string path) => site.At(folder + path);

    private int CountOf(string path) => site.CountOf(folder + path);

    private bool IsOnDisk(JsonNode shown) => scene.IsOnDisk((Guid)shown["preview"]!["image"]!["id"]!);

    private Task<JsonNode> Shown(string content) => scene.Shown(chatId, content);

    private async Task<JsonArray> History() => (await bo.Get($"/api/messages/chat/{chatId}")).Data.AsArray();

    private async Task<JsonNode> Only() => (await History())[0]!;

    private async Task<bool> Kept(string which) => (bool)(await scene.Sql($"select exists (select from core.link_previews where url like '%{folder}%' and {which})"))!;

    private static Task Until(Func<Task<bool>> holds) => PreviewScene.Until(holds);
}
