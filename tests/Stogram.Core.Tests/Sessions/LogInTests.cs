namespace Stogram.Core.Tests.Sessions;

public sealed class LogInTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("ada")]
    [InlineData("ADA")]
    [InlineData("ada@example.org")]
    [InlineData("Ada@Example.org")]
    public async Task Username_and_address_both_sign_in_whatever_their_case(string login) =>
        Assert.Equal(fixture.Ada.Id, (Guid)(await LogIn(login, TestPerson.Password)).Data["user"]!["id"]!);

    [Fact]
    public async Task A_wrong_password_and_a_person_who_does_not_exist_look_alike()
    {
        var wrong = await LogIn("ada", "wrong password");
        var nobody = await LogIn("nobody_here", "wrong password");

        Assert.Equal(401, wrong.Status);
        Assert.Equal(wrong.Envelope.ToJsonString(), nobody.Envelope.ToJsonString());
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_a_while()
    {
        using var bo = await fixture.Somebody();
        var name = (string)(await bo.Get("/api/auth/me")).Data["username"]!;
        for (var i = 0; i < 10; i++)
        {
            await LogIn(name, "wrong password");
        }

        var locked = await LogIn(name, TestPerson.Password);

        Assert.Equal("RATE_LIMITED", locked.Code);
    }

    [Fact]
    public async Task After_a_wrong_password_several_devices_sign_in_at_once()
    {
        using var bo = await fixture.Somebody();
        var name = (string)(await bo.Get("/api/auth/me")).Data["username"]!;
        await LogIn(name, "wrong password");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => LogIn(name, TestPerson.Password)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    private async Task<Answer> LogIn(string login, string password)
    {
        using var http = fixture.Server.Anonymous();
        return await http.Call(HttpMethod.Post, "/api/auth/login", new { login, password });
    }
}
