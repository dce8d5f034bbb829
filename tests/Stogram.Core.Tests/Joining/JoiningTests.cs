using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Joining;

public sealed class JoiningTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private TestPerson Ada => fixture.Ada;

    [Fact]
    public async Task A_link_shows_what_it_leads_to_and_lets_people_in()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium");
        await Ada.Patch($"/api/chats/{chatId}", new { avatarFileId = await Upload.Picture(Ada) });
        var code = await Link(chatId, new { });

        var preview = await bo.Post("/api/join/preview", new { code });
        var joined = await bo.Post("/api/join", new { code });
        var again = await bo.Post("/api/join", new { code });

        Assert.Equal("Atrium", (string?)preview.Data["name"]);
        Assert.StartsWith("data:image/png;base64,", (string?)preview.Data["picture"]);
        Assert.Equal("OUTSIDE", (string?)preview.Data["state"]);
        Assert.Equal("MEMBER", (string?)joined.Data["state"]);
        Assert.True(again.IsSuccess);
        Assert.True((await bo.Send(chatId, "I am in")).IsSuccess);
        Assert.Equal(1, await Uses(chatId));
    }

    [Fact]
    public async Task Spent_expired_revoked_foreign_and_unknown_links_look_alike()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        await Ada.Post("/api/operator/organizations", new { slug = "harbour", name = "Harbour" });
        using var foreign = await fixture.Server.SignUp($"f{Guid.NewGuid():n}"[..12], "harbour");
        var chatId = await Ada.Group("Atrium");
        var once = await Link(chatId, new { maxUses = 1 });
        var revoked = await Ada.Post($"/api/chats/{chatId}/links");
        await Ada.Delete($"/api/chats/{chatId}/links/{revoked.Data["link"]!["id"]}");
        await mira.Post("/api/join", new { code = once });
        var good = await Link(chatId, new { });

        var answers = new[]
        {
            await bo.Post("/api/join", new { code = once }),
            await bo.Post("/api/join/preview", new { code = once }),
            await bo.Post("/api/join", new { code = (string?)revoked.Data["code"] }),
            await bo.Post("/api/join/preview", new { code = "nonsense" }),
            await foreign.Post("/api/join", new { code = good }),
            await foreign.Post("/api/join/preview", new { code = good }),
        };

        Assert.Single(answers.Select(answer => answer.Envelope.ToJsonString()).Distinct());
        Assert.All(answers, answer => Assert.Equal("NOT_FOUND", answer.Code));
    }

    [Fact]
    public async Task Of_many_who_come_at_once_by_a_link_for_one_one_comes_in()
    {
        var chatId = await Ada.Group("Atrium");
        var code = await Link(chatId, new { maxUses = 1 });
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.Somebody()));

        var answers = await Task.WhenAll(people.Select(person => person.Post("/api/join", new { code })));

        Assert.Single(answers, answer => answer.IsSuccess);
        Assert.Equal(2, (int)(await Ada.Get($"/api/chats/{chatId}")).Data["chat"]!["memberCount"]!);
    }

    [Fact]
    public async Task Where_approval_is_needed_admins_are_told_and_decide()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await Ada.Group("Atrium");
        var code = await Link(chatId, new { needsApproval = true, maxUses = 1 });
        await using var admin = await Ada.Connect();
        await using var socket = await bo.Connect();

        var asked = await bo.Post("/api/join", new { code });
        var told = await admin.Next("chat:requests");
        await mira.Post("/api/join", new { code });
        var waiting = (await Ada.Get($"/api/chats/{chatId}/requests")).Data.AsArray();
        var before = await Uses(chatId);
        await Ada.Post($"/api/chats/{chatId}/requests/{bo.Id}");
        await Ada.Delete($"/api/chats/{chatId}/requests/{mira.Id}");
        await socket.Next("chat:new");

        Assert.Equal("ASKED", (string?)asked.Data["state"]);
        Assert.Equal(1, (int)told["count"]!);
        Assert.Equal(2, waiting.Count);
        Assert.Equal((0, 1), (before, await Uses(chatId)));
        Assert.True((await bo.Get($"/api/chats/{chatId}")).IsSuccess);
        Assert.Equal("NOT_FOUND", (await mira.Get($"/api/chats/{chatId}")).Code);
        Assert.Empty((await Ada.Get($"/api/chats/{chatId}/requests")).Data.AsArray());
    }

    [Fact]
    public async Task Admins_hear_that_nobody_waits_any_more_when_who_waited_is_added()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium");
        var code = await Link(chatId, new { needsApproval = true });
        await using var admin = await Ada.Connect();

        await bo.Post("/api/join", new { code });
        var waiting = await admin.Next("chat:requests");
        await Ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });
        var nobody = await admin.Next("chat:requests");

        Assert.Equal((1, 0), ((int)waiting["count"]!, (int)nobody["count"]!));
    }

    [Fact]
    public async Task Somebody_banned_does_not_come_back_by_an_old_link()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium", bo);
        var code = await Link(chatId, new { });

        await Ada.Http.Call(HttpMethod.Put, $"/api/chats/{chatId}/bans/{bo.Id}", new { });
        var back = await bo.Post("/api/join", new { code });
        await Ada.Http.Call(HttpMethod.Put, $"/api/chats/{chatId}/bans/{bo.Id}", new { until = DateTimeOffset.UtcNow.AddSeconds(-1) });

        Assert.Equal("FORBIDDEN", back.Code);
        Assert.True((await bo.Post("/api/join", new { code })).IsSuccess);
    }

    [Fact]
    public async Task What_is_listed_is_found_by_name_by_all_but_guests()
    {
        using var bo = await fixture.Somebody();
        using var guest = await fixture.Somebody("guest");
        await Ada.Patch($"/api/admin/people/{guest.Id}", new { role = "GUEST" });
        var open = await Ada.Group("Garden open");
        var asking = await Ada.Group("Garden asking");
        await Ada.Group("Garden hidden");
        await Ada.Patch($"/api/chats/{open}", new { isListed = true });
        await Ada.Patch($"/api/chats/{asking}", new { isListed = true, needsApproval = true });

        var found = (await bo.Get("/api/directory?q=garden&limit=1")).Data.AsArray();
        var both = (await bo.Get("/api/directory?q=garden")).Data.AsArray();
        var joined = await bo.Post($"/api/directory/{open}");
        var asked = await bo.Post($"/api/directory/{asking}");

        Assert.Single(found);
        Assert.Equal(["Garden open", "Garden asking"], both.Select(chat => (string?)chat!["name"]));
        Assert.Equal("MEMBER", (string?)joined.Data["state"]);
        Assert.Equal("ASKED", (string?)asked.Data["state"]);
        Assert.Equal("FORBIDDEN", (await guest.Get("/api/directory")).Code);
        Assert.Equal("NOT_FOUND", (await guest.Post($"/api/directory/{open}")).Code);
    }

    private async Task<int> Uses(Guid chatId) => (int)(await Ada.Get($"/api/chats/{chatId}/links")).Data[0]!["uses"]!;

    private async Task<string> Link(Guid chatId, object request) =>
        (string)(await Ada.Post($"/api/chats/{chatId}/links", request)).Data["code"]!;
}
