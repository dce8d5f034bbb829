using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Sessions;
using Stogram.Core.Storage;

namespace Stogram.Core.Tests.Sessions;

public sealed class SignUpTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_first_account_is_owner_and_operator_and_the_next_is_neither()
    {
        using var bo = await fixture.Somebody();

        var first = (await fixture.Ada.Get("/api/auth/me")).Data;
        var next = (await bo.Get("/api/auth/me")).Data;

        Assert.Equal("OWNER", (string?)first["role"]);
        Assert.True((bool)first["isOperator"]!);
        Assert.Equal("MEMBER", (string?)next["role"]);
        Assert.False((bool)next["isOperator"]!);
    }

    [Fact]
    public async Task Of_ten_who_sign_up_at_once_on_a_fresh_server_one_is_owner()
    {
        await using var server = await TestServer.Start();

        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => server.SignUp($"person{i}")));
        var roles = await Task.WhenAll(people.Select(async person => (string?)(await person.Get("/api/auth/me")).Data["role"]));

        Assert.Single(roles, "OWNER");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Host", "chat.example.org")]
    public async Task The_first_account_from_elsewhere_needs_the_set_up_link(string header, string value)
    {
        await using var server = await TestServer.Start();
        using var http = server.Anonymous();
        http.DefaultRequestHeaders.Add(header, value);

        var refused = await http.Call(HttpMethod.Post, "/api/auth/register", Form(setup: "guessed"));
        var code = await SetupCode(server);
        var policy = await http.Call(HttpMethod.Get, "/api/auth/policy");
        var made = await http.Call(HttpMethod.Post, "/api/auth/register", Form(setup: code));

        Assert.Equal("FORBIDDEN", refused.Code);
        Assert.True((bool)policy.Data["needsSetup"]!);
        Assert.Equal("OWNER", (string?)made.Data["user"]!["role"]);
    }

    [Theory]
    [InlineData("username")]
    [InlineData("email")]
    public async Task A_name_or_address_that_is_taken_is_a_conflict_whatever_its_case(string field)
    {
        using var http = fixture.Server.Anonymous();
        await http.Call(HttpMethod.Post, "/api/auth/register", Form(username: $"taken_{field}", email: $"taken_{field}@example.org"));

        var again = await http.Call(HttpMethod.Post, "/api/auth/register", field == "email"
            ? Form(username: "another", email: $"TAKEN_{field}@example.org")
            : Form(username: $"Taken_{field}", email: "another@example.org"));

        Assert.Equal(409, again.Status);
        Assert.NotNull(again.Details![field]);
    }

    [Fact]
    public async Task A_browser_gets_its_refresh_token_in_a_cookie_and_never_in_a_body()
    {
        using var http = fixture.Server.Anonymous();
        http.DefaultRequestHeaders.Add("X-Stogram-Client", "web");

        using var response = await http.PostAsJsonAsync("/api/auth/register", Form(username: "browser"));
        var answer = await response.ToAnswer();
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));

        Assert.Equal(201, answer.Status);
        Assert.Null(answer.Data["refreshToken"]);
        Assert.StartsWith("stogram_refresh=", cookie);
        Assert.Contains("path=/api/auth", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
    }

    private static async Task<string> SetupCode(TestServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var organization = await scope.ServiceProvider.GetRequiredService<StogramContext>().Organizations.SingleAsync();
        return scope.ServiceProvider.GetRequiredService<FirstAccount>().SetupCode(organization.Id);
    }

    private static object Form(
        string username = "somebody", string email = "", string? setup = null) => new
        {
            email = email is "" ? $"{username}@example.org" : email,
            username,
            password = TestPerson.Password,
            setup,
        };
}
