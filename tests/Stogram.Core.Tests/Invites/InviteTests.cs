namespace Stogram.Core.Tests.Invites;

public sealed class InviteTests : IAsyncLifetime
{
    private TestServer server = null!;
    private TestPerson ada = null!;

    [Fact]
    public async Task Where_signing_up_takes_an_invitation_a_link_lets_in_as_often_as_it_says()
    {
        var code = await Invite(new { maxUses = 2 });

        var without = await SignUp("bo", null);
        var first = await SignUp("bo", code);
        var second = await SignUp("mira", code);
        var third = await SignUp("late", code);

        Assert.Equal("FORBIDDEN", without.Code);
        Assert.True(first.IsSuccess);
        Assert.True(second.IsSuccess);
        Assert.Equal("FORBIDDEN", third.Code);
    }

    [Fact]
    public async Task Of_many_who_come_at_once_no_more_get_in_than_it_says()
    {
        var code = await Invite(new { maxUses = 3 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SignUp($"guest{i}", code)));

        Assert.Equal(3, answers.Count(answer => answer.IsSuccess));
    }

    [Fact]
    public async Task A_guest_sees_the_chats_they_were_added_to_and_their_members_alone()
    {
        using var bo = await Somebody("bo");
        using var mira = await Somebody("mira");
        var groupId = await ada.Group("Atrium", bo);
        var code = await Invite(new { role = "GUEST", chatIds = new[] { groupId } });
        await SignUp("visitor", code);
        using var visitor = await server.SignIn("visitor");

        var chats = (await visitor.Sync()).Data["chats"]!.AsArray();
        var people = (await visitor.Get("/api/users")).Data.AsArray();
        var stranger = await visitor.Get($"/api/users/{mira.Id}");
        var searched = (await visitor.Get("/api/users/search?q=mira")).Data.AsArray();
        var chat = await visitor.Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { mira.Id } });
        var known = await visitor.Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { bo.Id } });

        Assert.Equal(groupId, (Guid)Assert.Single(chats)!["chat"]!["id"]!);
        Assert.Equal(new[] { ada.Id, bo.Id, visitor.Id }.Order(), people.Select(person => (Guid)person!["id"]!).Order());
        Assert.Equal("NOT_FOUND", stranger.Code);
        Assert.Empty(searched);
        Assert.Equal("NOT_FOUND", chat.Code);
        Assert.True(known.IsSuccess);
    }

    [Fact]
    public async Task An_invitation_for_an_address_is_for_that_address()
    {
        var code = await Invite(new { email = "bo@example.org" });

        var other = await SignUp("mira", code);
        var right = await SignUp("bo", code);

        Assert.Equal("FORBIDDEN", other.Code);
        Assert.True(right.IsSuccess);
    }

    [Fact]
    public async Task Taken_back_it_lets_nobody_in_and_is_not_listed_with_its_code()
    {
        var made = (await ada.Post("/api/admin/invites", new { })).Data;
        var code = (string)made["code"]!;
        await ada.Delete($"/api/admin/invites/{made["invite"]!["id"]}");

        var refused = await SignUp("bo", code);
        var list = (await ada.Get("/api/admin/invites")).Data;

        Assert.Equal("FORBIDDEN", refused.Code);
        Assert.NotNull(list[0]!["revokedAt"]);
        Assert.DoesNotContain(code, list.ToJsonString());
    }

    [Fact]
    public async Task Members_do_not_invite_and_admins_do_not_invite_admins()
    {
        using var bo = await Somebody("bo");
        var byMember = await bo.Post("/api/admin/invites", new { });
        await ada.Patch($"/api/admin/people/{bo.Id}", new { role = "ADMIN" });
        var byAdmin = await bo.Post("/api/admin/invites", new { role = "ADMIN" });
        var toForeignChat = await bo.Post("/api/admin/invites", new { chatIds = new[] { await ada.Group("Atrium") } });

        Assert.Equal("FORBIDDEN", byMember.Code);
        Assert.Equal("FORBIDDEN", byAdmin.Code);
        Assert.NotNull(toForeignChat.Details?["chatIds"]);
    }

    public async Task InitializeAsync()
    {
        server = await TestServer.Start();
        ada = await server.SignUp("ada");
        await ada.Patch("/api/admin/organization", new { signUp = "INVITE" });
    }

    public async Task DisposeAsync()
    {
        ada.Dispose();
        await server.DisposeAsync();
    }

    private async Task<string> Invite(object request) => (string)(await ada.Post("/api/admin/invites", request)).Data["code"]!;

    private async Task<TestPerson> Somebody(string name)
    {
        Assert.True((await SignUp(name, await Invite(new { maxUses = 1 }))).IsSuccess);
        return await server.SignIn(name);
    }

    private async Task<Answer> SignUp(string username, string? invite)
    {
        using var http = server.Anonymous();
        return await http.Call(HttpMethod.Post, "/api/auth/register", new
        {
            email = $"{username}@example.org",
            username,
            password = TestPerson.Password,
            invite,
        });
    }
}
