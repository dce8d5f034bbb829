namespace Stogram.Core.Tests.Privacy;

/// <summary>Who may write to whom, and add whom.</summary>
public sealed class ReachTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    public static TheoryData<string, Relation> Table => Relations.Table;

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_private_chat_begins_where_the_other_allows_it(string setting, Relation relation)
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        await mira.Bring(relation, bo);
        await bo.Sets(new { messages = setting });

        var begun = await mira.Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { bo.Id } });

        Assert.Equal(Relations.Allows(setting, relation) ? null : "FORBIDDEN", begun.Code);
    }

    [Theory]
    [InlineData("EVERYBODY", null)]
    [InlineData("CONTACTS", null)]
    [InlineData("NOBODY", "UNREACHABLE")]
    public async Task A_private_chat_that_is_there_goes_on_unless_nobody_may_write(string setting, string? reason)
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await mira.PrivateChat(bo);
        await bo.Sets(new { messages = setting });
        await using var miras = await mira.Connect();

        var byRest = await mira.Send(chatId, "Hello");
        var byHub = await miras.Send(chatId, "Hello");
        var owns = await bo.Send(chatId, "I may");
        var again = await mira.Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { bo.Id } });

        Assert.All([byRest, byHub], answer => Assert.Equal(reason, (string?)answer.Details?["reason"]));
        Assert.True(owns.IsSuccess);
        Assert.Equal(chatId, (Guid)again.Data["id"]!);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Somebody_is_added_to_groups_by_those_whom_they_allow(string setting, Relation relation)
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var cy = await fixture.Somebody("cy");
        await mira.Bring(relation, bo);
        await bo.Sets(new { groups = setting });
        var garden = await mira.Group("Garden");

        var made = await mira.Post("/api/chats", new { type = "GROUP", name = "Roof", memberIds = new[] { cy.Id, bo.Id } });
        var added = await mira.Post($"/api/chats/{garden}/members", new { userIds = new[] { cy.Id, bo.Id } });

        // Who has blocked somebody may still work with them in a group.
        var allowed = Relations.Allows(setting, relation == Relation.HasBlocked ? Relation.SharesAChat : relation);
        Assert.All([made, added], answer =>
        {
            Assert.Equal(allowed ? null : "FORBIDDEN", answer.Code);
            Assert.Equal(allowed ? null : [$"{bo.Id}"], answer.Details?.AsObject().Select(detail => detail.Key));
        });
        Assert.Equal(allowed, (await bo.Get($"/api/chats/{garden}")).IsSuccess);
        Assert.Equal(allowed, (await cy.Get($"/api/chats/{garden}")).IsSuccess);
    }

    [Fact]
    public async Task Who_is_in_a_group_already_is_not_asked()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var garden = await mira.Group("Garden", bo);
        await bo.Sets(new { groups = "NOBODY" });

        var again = await mira.Post($"/api/chats/{garden}/members", new { userIds = new[] { bo.Id } });

        Assert.True(again.IsSuccess);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_read_receipts_neither_learns_how_far_the_other_has_read(bool reader)
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var (chatId, group) = (await mira.PrivateChat(bo), await mira.Group("Atrium", bo));
        await (reader ? bo : mira).Sets(new { readReceipts = false });
        await mira.Send(chatId, "Did you read it?");
        await mira.Send(group, "Did you?");
        using var phone = await bo.OnAnotherDevice();
        await using var phones = await phone.Connect();
        await using var miras = await mira.Connect();

        await bo.Post($"/api/chats/{chatId}/read", new { seq = 1 });
        await bo.Post($"/api/chats/{group}/read", new { seq = 1 });
        var told = await miras.Next("message:read");
        var own = await phones.Next("message:read");
        var reads = (await mira.Sync()).Data["chats"]!.AsArray()
            .ToDictionary(chat => (Guid)chat!["chat"]!["id"]!, chat => chat!["reads"]!.AsArray().Any(read => (Guid)read!["userId"]! == bo.Id));

        Assert.Equal(group, (Guid)told["chatId"]!);
        Assert.Equal(chatId, (Guid)own["chatId"]!);
        Assert.False(reads[chatId]);
        Assert.True(reads[group]);
    }

    [Fact]
    public async Task A_setting_reaches_ones_other_devices_and_holds_to_what_is_left_out()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        var cursor = (string)(await phone.Sync()).Data["me"]!["cursor"]!;
        await using var phones = await phone.Connect();

        await bo.Sets(new { photo = "CONTACTS" });
        var changed = await bo.Sets(new { readReceipts = false });
        await phones.Next("user:privacy");
        var synced = (await phone.Post("/api/sync", new { chats = new { }, me = cursor })).Data["me"]!;
        var later = (await phone.Post("/api/sync", new { chats = new { }, me = (string)synced["cursor"]! })).Data["me"]!;

        const string Expected = """{"lastSeen":"EVERYBODY","photo":"CONTACTS","messages":"EVERYBODY","groups":"EVERYBODY","readReceipts":false}""";
        Assert.Equal(Expected, changed.Data.ToJsonString());
        Assert.Equal(Expected, (await phone.Get("/api/users/me/privacy")).Data.ToJsonString());
        Assert.Equal(Expected, synced["privacy"]!["settings"]!.ToJsonString());
        Assert.Null(later["privacy"]);
    }

    [Fact]
    public async Task A_word_that_is_no_setting_is_refused_by_field()
    {
        var answer = await fixture.Ada.Sets(new { photo = "FRIENDS" });

        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.NotNull(answer.Details?["photo"]);
    }
}
