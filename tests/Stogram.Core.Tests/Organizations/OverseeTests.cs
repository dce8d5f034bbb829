namespace Stogram.Core.Tests.Organizations;

public sealed class OverseeTests(Harbour harbour) : IClassFixture<Harbour>
{
    [Fact]
    public async Task Operators_see_every_organization_with_its_people_chats_and_storage()
    {
        await harbour.Bo.Group("Crew");

        var all = (await harbour.Ada.Get("/api/operator/organizations")).Data.AsArray();
        var page = await harbour.Ada.Get("/api/operator/organizations?limit=1");
        var found = (await harbour.Ada.Get("/api/operator/organizations?q=HARB")).Data.AsArray();

        Assert.Equal(["main", "harbour"], all.Take(2).Select(one => (string?)one!["slug"]));
        Assert.True((bool)all[0]!["isMine"]!);
        Assert.Equal((1, 1, 0), ((int)all[1]!["people"]!, (int)all[1]!["chats"]!, (int)all[1]!["storage"]!));
        Assert.NotNull(page.Envelope["page"]!["next"]);
        Assert.Equal("harbour", (string?)Assert.Single(found)!["slug"]);
    }

    [Fact]
    public async Task An_organization_gets_another_name_and_slug_unless_somebody_has_it()
    {
        var id = await harbour.Organization("pier", "Pier");

        var taken = await harbour.Ada.Patch($"/api/operator/organizations/{id}", new { slug = "harbour" });
        var renamed = await harbour.Ada.Patch($"/api/operator/organizations/{id}", new { slug = "jetty", name = "Jetty" });
        var log = (await harbour.Ada.Get("/api/admin/audit?action=operator.")).Data.AsArray();

        Assert.NotNull(taken.Details!["slug"]);
        Assert.Equal(("jetty", "Jetty"), ((string?)renamed.Data["slug"], (string?)renamed.Data["name"]));
        Assert.Equal("operator.organization-changed", (string?)log[0]!["action"]);
        Assert.Equal(("pier", "jetty"), ((string?)log[0]!["before"]!["slug"], (string?)log[0]!["after"]!["slug"]));
    }

    [Fact]
    public async Task Suspending_cuts_everybody_off_within_two_seconds_and_resuming_lets_them_in_again()
    {
        var id = await harbour.Organization("dock", "Dock");
        using var cy = await harbour.Server.SignUp("cy", "dock");
        await using var socket = await cy.Connect();

        await harbour.Ada.Patch($"/api/operator/organizations/{id}", new { suspended = true });
        await socket.Closed.WaitAsync(TimeSpan.FromSeconds(10));
        var refused = await cy.Get("/api/auth/me");
        using var http = harbour.Server.Anonymous();
        var login = await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "cy", password = TestPerson.Password, organization = "dock" });
        await harbour.Ada.Patch($"/api/operator/organizations/{id}", new { suspended = false });
        var back = await cy.Get("/api/auth/me");
        var log = (await cy.Get("/api/admin/audit?action=operator.")).Data.AsArray();

        Assert.Equal("UNAUTHORIZED", refused.Code);
        Assert.Equal("FORBIDDEN", login.Code);
        Assert.True(back.IsSuccess);
        Assert.Equal(2, log.Count);
        Assert.All(log, row => Assert.Null(row!["actor"]));
    }

    [Fact]
    public async Task Operators_cannot_suspend_or_delete_their_own_organization()
    {
        var mine = (Guid)(await harbour.Ada.Get("/api/auth/me")).Data["organization"]!["id"]!;

        var suspended = await harbour.Ada.Patch($"/api/operator/organizations/{mine}", new { suspended = true });
        var deleted = await harbour.Ada.Http.Call(HttpMethod.Delete, $"/api/operator/organizations/{mine}", new { name = "Stogram" });

        Assert.Equal("CONFLICT", suspended.Code);
        Assert.Equal("CONFLICT", deleted.Code);
    }

    [Fact]
    public async Task The_set_up_link_is_there_until_somebody_owns_the_organization()
    {
        var made = (await harbour.Ada.Post("/api/operator/organizations", new { slug = "moor", name = "Moor" })).Data;

        var again = await harbour.Ada.Post($"/api/operator/organizations/{made["id"]}/setup-link");
        using var cy = await harbour.Server.SignUp("cy2", "moor");
        var spent = await harbour.Ada.Post($"/api/operator/organizations/{made["id"]}/setup-link");

        Assert.Contains($"/?organization=moor&setup={made["setup"]}", (string?)made["url"]);
        Assert.Equal((string?)made["url"], (string?)again.Data["url"]);
        Assert.Equal("OWNER", (string?)(await cy.Get("/api/auth/me")).Data["role"]);
        Assert.Equal("CONFLICT", spent.Code);
    }
}
