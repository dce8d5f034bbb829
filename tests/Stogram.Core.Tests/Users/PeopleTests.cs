namespace Stogram.Core.Tests.Users;

/// <summary>What administrators do with people, and what they may not.</summary>
public sealed class PeopleTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task People_are_found_by_part_of_a_name_and_come_by_pages()
    {
        var mark = Guid.NewGuid().ToString("n")[..8];
        for (var i = 0; i < 3; i++)
        {
            using var _ = await fixture.Server.SignUp($"x{mark}{i}");
        }

        var first = await fixture.Ada.Get($"/api/admin/people?q={mark}&limit=2");
        var second = await fixture.Ada.Get($"/api/admin/people?q={mark}&limit=2&cursor={first.Envelope["page"]!["next"]}");

        Assert.Equal(
            [$"x{mark}0", $"x{mark}1", $"x{mark}2"],
            first.Data.AsArray().Concat(second.Data.AsArray()).Select(person => (string?)person!["username"]));
        Assert.Equal(1, (int)first.Data[0]!["sessions"]!);
    }

    [Fact]
    public async Task Whoever_is_deactivated_is_out_at_once_and_comes_back_with_everything()
    {
        using var bo = await fixture.Somebody();
        var chatId = await bo.Group("Atrium");
        await bo.Send(chatId, "Still mine");
        await using var socket = await bo.Connect();
        var login = (string)(await bo.Get("/api/auth/me")).Data["username"]!;

        await Change(bo, new { active = false });
        await socket.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        var refused = await LogIn(login);
        await Change(bo, new { active = true });
        using var again = await fixture.Server.SignIn(login);

        Assert.Equal("UNAUTHORIZED", (await bo.Get("/api/auth/me")).Code);
        Assert.Equal("UNAUTHORIZED", refused.Code);
        Assert.Single((await again.Get($"/api/messages/chat/{chatId}")).Data.AsArray());
    }

    [Fact]
    public async Task Only_the_owner_makes_admins_and_changes_them()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var member = await fixture.Somebody("member");
        await Change(bo, new { role = "ADMIN" });
        await Change(mira, new { role = "ADMIN" });

        var amongAdmins = await bo.Patch($"/api/admin/people/{mira.Id}", new { role = "MEMBER" });
        var promoted = await bo.Patch($"/api/admin/people/{member.Id}", new { role = "ADMIN" });
        var ownerToo = await bo.Patch($"/api/admin/people/{fixture.Ada.Id}", new { active = false });
        var self = await bo.Patch($"/api/admin/people/{bo.Id}", new { role = "MEMBER" });
        var crowned = await fixture.Ada.Patch($"/api/admin/people/{bo.Id}", new { role = "OWNER" });
        var byMember = await member.Patch($"/api/admin/people/{bo.Id}", new { active = false });
        var fine = await bo.Patch($"/api/admin/people/{member.Id}", new { role = "GUEST" });

        Assert.All([amongAdmins, promoted, ownerToo, self], answer => Assert.Equal("FORBIDDEN", answer.Code));
        Assert.NotNull(crowned.Details?["role"]);
        Assert.Equal("NOT_FOUND", byMember.Code);
        Assert.True(fine.IsSuccess);
    }

    [Fact]
    public async Task A_link_from_an_administrator_sets_a_new_password_where_no_letter_can_be_sent()
    {
        using var bo = await fixture.Somebody();
        var login = (string)(await bo.Get("/api/auth/me")).Data["username"]!;
        using var http = fixture.Server.Anonymous();
        var asked = await http.Call(HttpMethod.Post, "/api/auth/password/forgot", new { login, organization = "main" });

        var waiting = (await fixture.Ada.Get($"/api/admin/people?state=reset&q={login}")).Data.AsArray();
        var link = (string)(await fixture.Ada.Post($"/api/admin/people/{bo.Id}/reset-link")).Data["url"]!;
        var reset = await http.Call(
            HttpMethod.Post, "/api/auth/password/reset", new { code = link.Split("reset=")[1], password = "another horse" });
        var after = (await fixture.Ada.Get($"/api/admin/people?state=reset&q={login}")).Data.AsArray();

        Assert.True(asked.IsSuccess, asked.Envelope.ToJsonString());
        Assert.Single(waiting);
        Assert.True(reset.IsSuccess);
        Assert.True((await LogIn(login, "another horse")).IsSuccess);
        Assert.Empty(after);
    }

    [Fact]
    public async Task Somebody_is_signed_out_everywhere()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();

        var before = (await fixture.Ada.Get($"/api/admin/people/{bo.Id}/sessions")).Data.AsArray();
        await fixture.Ada.Delete($"/api/admin/people/{bo.Id}/sessions");

        Assert.Equal(2, before.Count);
        Assert.Equal("UNAUTHORIZED", (await bo.Get("/api/auth/me")).Code);
        Assert.Equal("UNAUTHORIZED", (await phone.Get("/api/auth/me")).Code);
    }

    [Fact]
    public async Task One_device_of_somebody_is_signed_out_its_sockets_go_and_the_log_tells_which()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        await using var socket = await phone.Connect();
        var lost = (Guid)(await phone.Get("/api/auth/sessions")).Data.AsArray().Single(session => (bool)session!["isCurrent"]!)!["id"]!;

        var ofAnother = await fixture.Ada.Delete($"/api/admin/people/{fixture.Ada.Id}/sessions/{lost}");
        var wrongPerson = await fixture.Ada.Delete($"/api/admin/people/{(await fixture.Somebody()).Id}/sessions/{lost}");
        var ended = await fixture.Ada.Delete($"/api/admin/people/{bo.Id}/sessions/{lost}");
        await socket.Next("session:revoked");
        var again = await fixture.Ada.Delete($"/api/admin/people/{bo.Id}/sessions/{lost}");
        var entry = (await fixture.Ada.Get("/api/admin/audit?action=session.")).Data[0]!;

        Assert.Equal(("FORBIDDEN", "NOT_FOUND", "NOT_FOUND"), (ofAnother.Code, wrongPerson.Code, again.Code));
        Assert.True(ended.IsSuccess);
        Assert.Equal("UNAUTHORIZED", (await phone.Get("/api/auth/me")).Code);
        Assert.True((await bo.Get("/api/auth/me")).IsSuccess);
        Assert.Equal((fixture.Ada.Id, bo.Id), ((Guid)entry["actorId"]!, (Guid)entry["targetId"]!));
        Assert.NotEqual("", (string?)entry["before"]!["device"]);
    }

    [Fact]
    public async Task People_of_another_organization_look_like_nobody()
    {
        await fixture.Ada.Post("/api/operator/organizations", new { slug = "harbour", name = "Harbour" });
        using var stranger = await fixture.Server.SignUp("stranger", "harbour");

        Answer[] answers =
        [
            await fixture.Ada.Patch($"/api/admin/people/{stranger.Id}", new { active = false }),
            await fixture.Ada.Post($"/api/admin/people/{stranger.Id}/reset-link"),
            await fixture.Ada.Delete($"/api/admin/people/{stranger.Id}/second-factor"),
            await fixture.Ada.Get($"/api/admin/people/{stranger.Id}/sessions"),
            await fixture.Ada.Delete($"/api/admin/people/{stranger.Id}/sessions"),
            await fixture.Ada.Delete($"/api/admin/people/{stranger.Id}/sessions/{(await stranger.Get("/api/auth/sessions")).Data[0]!["id"]}"),
            await fixture.Ada.Patch($"/api/users/{stranger.Id}", new { displayName = "Mine" }),
        ];

        Assert.All(answers, answer => Assert.Equal("NOT_FOUND", answer.Code));
        Assert.True((await stranger.Get("/api/auth/me")).IsSuccess);
    }

    private async Task Change(TestPerson person, object change) =>
        Assert.True((await fixture.Ada.Patch($"/api/admin/people/{person.Id}", change)).IsSuccess);

    private async Task<Answer> LogIn(string login, string password = TestPerson.Password)
    {
        using var http = fixture.Server.Anonymous();
        return await http.Call(HttpMethod.Post, "/api/auth/login", new { login, password, organization = "main" });
    }
}
