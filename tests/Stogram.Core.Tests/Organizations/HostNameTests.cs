namespace Stogram.Core.Tests.Organizations;

public sealed class HostNameTests(Harbour harbour) : IClassFixture<Harbour>
{
    [Fact]
    public async Task The_host_name_chooses_the_organization_at_the_door()
    {
        using var http = harbour.By("Harbour.Example.Org:8443");

        var policy = await http.Call(HttpMethod.Get, "/api/auth/policy");
        var bo = await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "bo", password = TestPerson.Password });
        var ada = await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "ada", password = TestPerson.Password });
        var cy = await http.Call(
            HttpMethod.Post, "/api/auth/register", new { email = "cy@example.org", username = "cy", password = TestPerson.Password });

        Assert.Equal("harbour", (string?)policy.Data["organization"]!["slug"]);
        Assert.True(bo.IsSuccess);
        Assert.Equal("UNAUTHORIZED", ada.Code);
        Assert.Equal("harbour", (string?)cy.Data["user"]!["organization"]!["slug"]);
    }

    [Fact]
    public async Task Under_anothers_host_name_a_session_is_none()
    {
        using var here = harbour.By(Harbour.Host, harbour.Bo);
        using var there = harbour.By(Harbour.Host, harbour.Ada);

        var mine = await here.Call(HttpMethod.Get, "/api/auth/me");
        var foreign = await there.Call(HttpMethod.Get, "/api/auth/me");
        var refreshed = await there.Call(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = harbour.Ada.RefreshToken });
        var socket = await there.PostAsync($"/hub/negotiate?negotiateVersion=1&access_token={harbour.Ada.AccessToken}", null);
        using var again = await harbour.Ada.Again();

        Assert.True(mine.IsSuccess);
        Assert.Equal("UNAUTHORIZED", foreign.Code);
        Assert.Equal("UNAUTHORIZED", refreshed.Code);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, socket.StatusCode);
        Assert.True((await again.Get("/api/auth/me")).IsSuccess);
    }

    [Fact]
    public async Task Where_several_are_and_nothing_says_which_it_is_asked_for_and_none_is_listed()
    {
        using var http = harbour.Server.Anonymous();

        var policy = await http.Call(HttpMethod.Get, "/api/auth/policy");
        var login = await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "bo", password = TestPerson.Password });
        var named = await http.Call(HttpMethod.Get, "/api/auth/policy?organization=harbour");
        var unknown = await http.Call(HttpMethod.Get, "/api/auth/policy?organization=nowhere");
        using var hosted = harbour.By(Harbour.Host);
        var other = await hosted.Call(HttpMethod.Get, "/api/auth/policy?organization=main");

        Assert.Null(policy.Data["organization"]);
        Assert.DoesNotContain("arbour", policy.Envelope.ToJsonString());
        Assert.NotNull(login.Details!["organization"]);
        Assert.Equal("Harbour", (string?)named.Data["organization"]!["name"]);
        Assert.Equal("NOT_FOUND", unknown.Code);
        Assert.Equal("NOT_FOUND", other.Code);
    }

    [Fact]
    public async Task Links_lead_to_the_organizations_own_host_name_and_else_name_it()
    {
        var hosted = (string)(await harbour.Bo.Post("/api/admin/invites")).Data["url"]!;
        var named = (string)(await harbour.Ada.Post("/api/admin/invites")).Data["url"]!;

        Assert.StartsWith($"http://{Harbour.Host}:", hosted);
        Assert.Contains("/?invite=", hosted);
        Assert.Contains("/?organization=main&invite=", named);
    }

    [Theory]
    [InlineData("with space.org")]
    [InlineData("chat.example.org:443")]
    [InlineData("https://chat.example.org")]
    [InlineData("127.0.0.1")]
    [InlineData("")]
    public async Task What_is_no_host_name_is_refused(string host)
    {
        var answer = await harbour.Ada.Patch(harbour.Path, new { hosts = new[] { host } });

        Assert.NotNull(answer.Details!["hosts"]);
    }

    [Fact]
    public async Task A_host_name_belongs_to_one_organization_and_never_locks_its_operator_out()
    {
        var id = await harbour.Organization("quay", "Quay");

        var taken = await harbour.Ada.Patch($"/api/operator/organizations/{id}", new { hosts = new[] { "HARBOUR.example.org." } });
        using var here = harbour.By("chat.example.org", harbour.Ada);
        var own = await here.Call(HttpMethod.Patch, $"/api/operator/organizations/{id}", new { hosts = new[] { "chat.example.org" } });
        var kept = await harbour.Ada.Patch(harbour.Path, new { hosts = new[] { Harbour.Host, "hafen.münchen.example" } });

        Assert.Equal("CONFLICT", taken.Code);
        Assert.NotNull(taken.Details!["hosts"]);
        Assert.Equal("CONFLICT", own.Code);
        Assert.Equal([Harbour.Host, "hafen.xn--mnchen-3ya.example"], kept.Data["hosts"]!.AsArray().Select(host => (string?)host));
    }
}
