using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Privacy;

/// <summary>Lesson 4: block, mute and privacy switches were stored and never enforced. Here each door is tried.</summary>
public sealed class SightTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    public static TheoryData<string, Relation> Table => Relations.Table;

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_picture_is_for_those_whom_its_owner_chose(string setting, Relation relation)
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await mira.Bring(relation, bo);
        var picture = await Upload.Picture(bo);
        await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = picture });

        await bo.Sets(new { photo = setting });
        var views = await mira.Views(bo, chatId);
        using var bytes = await mira.Http.GetAsync($"/api/files/{picture}");
        var link = await mira.Get($"/api/files/{picture}/link");

        var allowed = Relations.Allows(setting, relation);
        Assert.All(views, view => Assert.Equal(allowed ? $"/api/files/{picture}" : null, (string?)view["avatarUrl"]));
        Assert.Equal(allowed ? 200 : 404, (int)bytes.StatusCode);
        Assert.Equal(allowed, link.IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Who_hides_when_they_were_here_is_not_seen_and_does_not_see(string setting, Relation relation)
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await mira.Bring(relation, bo);
        await bo.ComesBy();
        await mira.ComesBy();

        await bo.Sets(new { lastSeen = setting });
        var seen = await mira.Views(bo, chatId);
        var sees = await bo.Views(mira, chatId);

        Assert.All(seen.Concat(sees), view => Assert.Equal(
            Relations.Allows(setting, relation), view["status"] is not null && view["lastSeenAt"] is not null));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Those_who_may_not_see_it_are_not_told_who_comes(string setting, Relation relation)
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        await mira.Bring(relation, bo);
        await bo.Sets(new { lastSeen = setting });
        await using var bos = await bo.Connect();
        await using var miras = await mira.Connect();
        var own = await mira.Group("Own");

        await bos.Dispatch("user:status-change", new { status = "DND" });
        await bos.Dispatch("user:offline", new { });
        await miras.Dispatch("user:status-change", new { status = "DND" });
        await mira.Send(own, "Now");
        await bo.Send(await bo.Group("Own"), "Now");

        // Somebody's presence is told to those who share a chat, whatever is set.
        var told = relation == Relation.SharesAChat && Relations.Allows(setting, relation);
        var heard = (await miras.Until("message:new")).Where(e => e.Payload["userId"] is { } id && (Guid)id == bo.Id);
        Assert.Equal(told, heard.Any(e => e.Name == "user:status"));
        Assert.Equal(told, heard.Any(e => e.Name == "user:last-seen"));
        Assert.Equal(told, (await bos.Until("message:new")).Any(e => e.Name == "user:status" && (Guid)e.Payload["userId"]! == mira.Id));
    }

    [Fact]
    public async Task What_is_told_to_all_holds_nothing_that_some_may_not_see()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        await bo.Group("Atrium", mira);
        var picture = await Upload.Picture(bo);
        await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = picture });
        await using var miras = await mira.Connect();

        await bo.Patch($"/api/users/{bo.Id}", new { bio = "Sails" });
        var open = await miras.Next("chat:member");
        await bo.Sets(new { photo = "NOBODY" });
        var hidden = await miras.Next("chat:member");
        await bo.Sets(new { photo = "EVERYBODY" });
        var shown = await miras.Next("chat:member");

        Assert.Equal($"/api/files/{picture}", (string?)open["member"]!["user"]!["avatarUrl"]);
        Assert.Null((string?)open["member"]!["user"]!["status"]);
        Assert.Null((string?)open["member"]!["user"]!["lastSeenAt"]);
        Assert.Null(open["withheld"]);
        Assert.Null((string?)hidden["member"]!["user"]!["avatarUrl"]);
        Assert.True((bool)hidden["withheld"]!);
        Assert.Equal($"/api/files/{picture}", (string?)shown["member"]!["user"]!["avatarUrl"]);
    }

    [Fact]
    public async Task Who_was_away_learns_it_with_their_next_sync()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await bo.Group("Atrium", mira);
        await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = await Upload.Picture(bo) });
        var cursor = (string)(await mira.Sync()).Data["chats"]![0]!["cursor"]!;

        await bo.Sets(new { photo = "NOBODY" });
        var member = (await mira.Sync((chatId, cursor))).Data["chats"]![0]!["members"]!.AsArray().Single()!;

        Assert.Equal((bo.Id, null), ((Guid)member["userId"]!, (string?)member["user"]!["avatarUrl"]));
    }

    [Fact]
    public async Task Administration_sees_past_it_and_an_administrator_in_the_chats_does_not()
    {
        using var bo = await fixture.Somebody();
        var picture = await Upload.Picture(bo);
        await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = picture });
        await bo.ComesBy();
        await bo.Sets(new { lastSeen = "NOBODY", photo = "NOBODY" });

        var name = (string)(await bo.Get("/api/auth/me")).Data["username"]!;
        var person = (await fixture.Ada.Get($"/api/admin/people?q={name}")).Data.AsArray().Single()!;
        var user = (await fixture.Ada.Get($"/api/users/{bo.Id}")).Data;
        using var bytes = await fixture.Ada.Http.GetAsync($"/api/files/{picture}");

        Assert.NotNull((string?)person["lastSeenAt"]);
        Assert.Equal($"/api/files/{picture}", (string?)person["avatarUrl"]);
        Assert.True(bytes.IsSuccessStatusCode);
        Assert.Null((string?)user["lastSeenAt"]);
        Assert.Null((string?)user["avatarUrl"]);
    }
}
