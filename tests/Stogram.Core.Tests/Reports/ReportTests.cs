namespace Stogram.Core.Tests.Reports;

public sealed class ReportTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private TestPerson Ada => fixture.Ada;

    [Fact]
    public async Task A_report_keeps_what_was_said_and_hiding_it_deletes_it_for_everyone()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await bo.Group("Atrium", mira);
        var id = (Guid)(await mira.Send(chatId, "Buy gold")).Data["id"]!;
        await bo.Post("/api/reports", new { chatId, messageId = id, reason = "SPAM", comment = "Again" });
        await mira.Patch($"/api/messages/{id}", new { content = "Hello" });

        var report = await Report(mira);
        var decided = await Decide(report, new { decision = "HIDDEN" });
        var twice = await Decide(report, new { decision = "DISMISSED" });

        Assert.Equal("Buy gold", (string?)report["said"]);
        Assert.Equal("Atrium", (string?)report["chatName"]);
        Assert.Equal("Again", (string?)report["comment"]);
        Assert.Equal("NOT_FOUND", (await Ada.Get($"/api/chats/{chatId}")).Code);
        Assert.True(decided.IsSuccess);
        Assert.Equal("CONFLICT", twice.Code);
        Assert.True((bool)(await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!["isDeleted"]!);
        Assert.Contains((await Ada.Get("/api/admin/reports?state=HIDDEN")).Data.AsArray(), one => (Guid)one!["id"]! == (Guid)report["id"]!);
        Assert.Equal("report.hidden", (string?)(await Ada.Get("/api/admin/audit?action=report.&limit=1")).Data[0]!["action"]);
    }

    [Fact]
    public async Task A_warning_reaches_the_person_as_an_unread_line_of_the_host()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        await bo.Post("/api/reports", new { userId = mira.Id, reason = "ABUSE" });
        await using var socket = await mira.Connect();

        await Decide(await Report(mira), new { decision = "WARNED", words = "Be kind" });
        var line = await socket.Next("message:new");
        var chat = (await mira.Get("/api/chats")).Data[0]!;

        Assert.Equal("SYSTEM", (string?)line["type"]);
        Assert.Equal("Be kind", (string?)line["extra"]!["chat"]!["text"]);
        Assert.Equal(1, (int)chat["member"]!["unread"]!);
    }

    [Fact]
    public async Task Who_is_removed_is_out_of_the_chat_or_out_of_the_organization()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var zoe = await fixture.Somebody("zoe");
        var chatId = await bo.Group("Atrium", mira, zoe);
        foreach (var person in new[] { mira, zoe })
        {
            var id = (Guid)(await person.Send(chatId, "Bad")).Data["id"]!;
            await bo.Post("/api/reports", new { chatId, messageId = id, reason = "ILLEGAL" });
        }

        await Decide(await Report(mira), new { decision = "REMOVED", fromChat = true });
        await Decide(await Report(zoe), new { decision = "REMOVED" });

        Assert.Equal("NOT_FOUND", (await mira.Get($"/api/chats/{chatId}")).Code);
        Assert.True((await mira.Get("/api/auth/me")).IsSuccess);
        Assert.Equal("UNAUTHORIZED", (await zoe.Get("/api/auth/me")).Code);
    }

    [Fact]
    public async Task Nobody_reports_themselves_what_they_cannot_see_or_without_end()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var hidden = await Ada.Group("Elsewhere");
        var id = (Guid)(await Ada.Send(hidden, "Secret")).Data["id"]!;

        var self = await bo.Post("/api/reports", new { userId = bo.Id, reason = "OTHER" });
        var unseen = await bo.Post("/api/reports", new { chatId = hidden, messageId = id, reason = "OTHER" });
        var nothing = await bo.Post("/api/reports", new { reason = "OTHER" });
        for (var i = 0; i < 20; i++)
        {
            await bo.Post("/api/reports", new { userId = mira.Id, reason = "OTHER" });
        }

        Assert.NotNull(self.Details!["userId"]);
        Assert.Equal("NOT_FOUND", unseen.Code);
        Assert.NotNull(nothing.Details!["userId"]);
        Assert.Equal("RATE_LIMITED", (await bo.Post("/api/reports", new { userId = mira.Id, reason = "OTHER" })).Code);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Report(TestPerson about) =>
        (await Ada.Get("/api/admin/reports?limit=100")).Data.AsArray().First(report => (Guid)report!["person"]!["id"]! == about.Id)!;

    private Task<Answer> Decide(System.Text.Json.Nodes.JsonNode report, object decision) =>
        Ada.Post($"/api/admin/reports/{report["id"]}", decision);
}
