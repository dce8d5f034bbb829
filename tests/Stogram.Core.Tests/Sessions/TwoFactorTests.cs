using System.Text;

namespace Stogram.Core.Tests.Sessions;

public sealed class TwoFactorTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    /// <summary>RFC 6238, appendix B, SHA-1: what these tests make their codes with is right.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_authenticator_agrees_with_the_standard(long seconds, string code)
    {
        var secret = Authenticator.ToBase32(Encoding.ASCII.GetBytes("12345678901234567890"));

        Assert.Equal(code, Authenticator.Code(secret, DateTimeOffset.FromUnixTimeSeconds(seconds), digits: 8));
    }

    /// <summary>Lesson 8: the secret in base64 where authenticators read base32; on before a code was proved.</summary>
    [Fact]
    public async Task Lesson_8_the_secret_is_base32_and_nothing_is_on_before_a_code_was_proved()
    {
        using var bo = await fixture.Somebody();

        var setup = (await bo.Post("/api/auth/two-factor/setup", new { password = TestPerson.Password })).Data;
        var before = await LogIn(bo);
        var wrong = await bo.Post("/api/auth/two-factor/confirm", new { code = "000000" });
        var still = await LogIn(bo);

        Assert.Matches("^[A-Z2-7]{32}$", (string)setup["secret"]!);
        Assert.Contains($"secret={setup["secret"]}", (string)setup["uri"]!);
        Assert.True(before.IsSuccess);
        Assert.NotNull(wrong.Details?["code"]);
        Assert.True(still.IsSuccess);
    }

    [Fact]
    public async Task Once_on_signing_in_takes_a_code_and_each_code_once()
    {
        using var bo = await fixture.Somebody();
        var (secret, _) = await SwitchOn(bo);
        var code = Authenticator.Code(secret, DateTimeOffset.UtcNow.AddSeconds(30));

        var without = await LogIn(bo);
        var wrong = await LogIn(bo, "123456");
        var right = await LogIn(bo, code);
        var again = await LogIn(bo, code);

        Assert.Equal(("TWO_FACTOR_REQUIRED", 401), (without.Code, without.Status));
        Assert.Equal("VALIDATION_FAILED", wrong.Code);
        Assert.True(right.IsSuccess);
        Assert.Equal("VALIDATION_FAILED", again.Code);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        using var bo = await fixture.Somebody();
        var (_, recovery) = await SwitchOn(bo);

        var first = await LogIn(bo, recovery[0]);
        var again = await LogIn(bo, recovery[0]);
        var next = await LogIn(bo, recovery[1]);

        Assert.Equal(10, recovery.Distinct().Count());
        Assert.True(first.IsSuccess);
        Assert.Equal("VALIDATION_FAILED", again.Code);
        Assert.True(next.IsSuccess);
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account()
    {
        using var bo = await fixture.Somebody();
        var (secret, _) = await SwitchOn(bo);
        for (var guess = 0; guess < 10; guess++)
        {
            await LogIn(bo, $"00000{guess}");
        }

        var right = await LogIn(bo, Authenticator.Code(secret, DateTimeOffset.UtcNow.AddSeconds(30)));

        Assert.Equal("RATE_LIMITED", right.Code);
    }

    [Fact]
    public async Task Switching_it_on_and_off_takes_the_password()
    {
        using var bo = await fixture.Somebody();
        var setup = await bo.Post("/api/auth/two-factor/setup", new { password = "not this one" });
        await SwitchOn(bo);

        var wrong = await bo.Post("/api/auth/two-factor/disable", new { password = "not this one" });
        var guarded = await LogIn(bo);
        var right = await bo.Post("/api/auth/two-factor/disable", new { password = TestPerson.Password });
        var free = await LogIn(bo);

        Assert.NotNull(setup.Details?["password"]);
        Assert.NotNull(wrong.Details?["password"]);
        Assert.Equal("TWO_FACTOR_REQUIRED", guarded.Code);
        Assert.True(right.IsSuccess);
        Assert.True(free.IsSuccess);
    }

    [Fact]
    public async Task Where_it_is_required_nothing_else_goes_before_it_is_set_up()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        var chatId = await bo.Group("Atrium");
        await ada.Patch("/api/admin/organization", new { twoFactorRequired = true });

        var chats = await bo.Get("/api/chats");
        var send = await bo.Send(chatId, "Anyway");
        var hub = await Assert.ThrowsAnyAsync<Exception>(() => bo.Connect());
        var me = await bo.Get("/api/auth/me");
        await SwitchOn(bo);
        var after = await bo.Send(chatId, "Now");

        Assert.Equal(("FORBIDDEN", "TWO_FACTOR_SETUP"), (chats.Code, (string?)chats.Details?["code"]));
        Assert.Equal("FORBIDDEN", send.Code);
        Assert.Contains("403", hub.Message);
        Assert.True(me.IsSuccess);
        Assert.True(after.IsSuccess);
    }

    private static async Task<(string Secret, string[] Recovery)> SwitchOn(TestPerson person)
    {
        var setup = await person.Post("/api/auth/two-factor/setup", new { password = TestPerson.Password });
        var secret = (string)setup.Data["secret"]!;
        var confirmed = await person.Post(
            "/api/auth/two-factor/confirm", new { code = Authenticator.Code(secret, DateTimeOffset.UtcNow) });
        return (secret, [.. confirmed.Data["recoveryCodes"]!.AsArray().Select(code => (string)code!)]);
    }

    private async Task<Answer> LogIn(TestPerson person, string? code = null)
    {
        var username = (string)(await person.Get("/api/auth/me")).Data["username"]!;
        using var http = fixture.Server.Anonymous();
        return await http.Call(HttpMethod.Post, "/api/auth/login", new { login = username, password = TestPerson.Password, code });
    }
}
