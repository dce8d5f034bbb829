using System.Text.RegularExpressions;

namespace Stogram.Core.Tests.Sessions;

public sealed partial class ResetTests : IAsyncLifetime
{
    private const string NewPassword = "another horse entirely";

    private readonly MailSink mail = new();
    private TestServer server = null!;
    private TestPerson ada = null!;

    [Fact]
    public async Task A_link_by_mail_sets_a_new_password_once_and_ends_every_session()
    {
        using var http = server.Anonymous();
        await http.Call(HttpMethod.Post, "/api/auth/password/forgot", new { login = "ada@example.org" });
        var code = await Code("reset");

        var reset = await http.Call(HttpMethod.Post, "/api/auth/password/reset", new { code, password = NewPassword });
        var again = await http.Call(HttpMethod.Post, "/api/auth/password/reset", new { code, password = "and once more" });
        var old = await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "ada", password = TestPerson.Password });
        var signedIn = await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "ada", password = NewPassword });

        Assert.True(reset.IsSuccess);
        Assert.NotNull(again.Details?["code"]);
        Assert.Equal("UNAUTHORIZED", old.Code);
        Assert.True(signedIn.IsSuccess);
        Assert.Equal("UNAUTHORIZED", (await ada.Get("/api/auth/me")).Code);
    }

    [Fact]
    public async Task Who_is_unknown_here_gets_the_same_answer_and_no_letter()
    {
        using var http = server.Anonymous();

        var unknown = await http.Call(HttpMethod.Post, "/api/auth/password/forgot", new { login = "nobody@example.org" });
        var known = await http.Call(HttpMethod.Post, "/api/auth/password/forgot", new { login = "ada" });
        var letter = await mail.Next();

        Assert.Equal(known.Envelope.ToJsonString(), unknown.Envelope.ToJsonString());
        Assert.Contains("ada@example.org", letter);
        Assert.True(mail.IsEmpty);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not/base64")]
    public async Task A_code_that_is_none_of_ours_is_refused(string code)
    {
        using var http = server.Anonymous();

        var reset = await http.Call(HttpMethod.Post, "/api/auth/password/reset", new { code, password = NewPassword });
        var verify = await http.Call(HttpMethod.Post, "/api/auth/email/verify", new { code });

        Assert.NotNull(reset.Details?["code"]);
        Assert.NotNull(verify.Details?["code"]);
    }

    [Fact]
    public async Task A_link_in_a_letter_does_not_come_from_who_asked_for_it()
    {
        using var http = server.Anonymous();
        http.DefaultRequestHeaders.Host = "evil.example.com";

        await http.Call(HttpMethod.Post, "/api/auth/password/forgot", new { login = "ada" });

        Assert.DoesNotContain("evil", await mail.Next());
    }

    [Fact]
    public async Task An_address_is_confirmed_by_the_link_that_was_sent_to_it()
    {
        using var bo = await server.SignUp("bo");
        using var http = server.Anonymous();
        var first = await Code("verify");
        await bo.Post("/api/auth/email/resend");
        await Code("verify");

        var before = (await bo.Get("/api/auth/me")).Data;
        var confirmed = await http.Call(HttpMethod.Post, "/api/auth/email/verify", new { code = first });
        var after = (await bo.Get("/api/auth/me")).Data;

        Assert.False((bool)before["emailConfirmed"]!);
        Assert.True(confirmed.IsSuccess);
        Assert.True((bool)after["emailConfirmed"]!);
    }

    [Fact]
    public async Task Without_a_mail_server_nobody_is_told_of_letters_that_do_not_come()
    {
        await using var mute = await TestServer.Start();
        using var mira = await mute.SignUp("mira");

        var resent = await mira.Post("/api/auth/email/resend");

        Assert.Equal("CONFLICT", resent.Code);
    }

    public async Task InitializeAsync()
    {
        server = await TestServer.Start(mail: mail);
        ada = await server.SignUp("ada");
        await mail.Next();
    }

    public async Task DisposeAsync()
    {
        ada.Dispose();
        await server.DisposeAsync();
        mail.Dispose();
    }

    private async Task<string> Code(string link) =>
        Link().Match(await mail.Next()) is { Success: true } match && match.Groups["what"].Value == link
            ? match.Groups["code"].Value
            : throw new InvalidOperationException($"No {link} link in the letter.");

    [GeneratedRegex(@"/\?(?<what>\w+)=(?<code>[\w-]+)")]
    private static partial Regex Link();
}
