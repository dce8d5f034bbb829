using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Sessions.Passkeys;

public sealed class PasskeyTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_passkey_signs_in_without_a_password_and_says_when_it_was_used()
    {
        using var bo = await fixture.Somebody();
        using var passkey = new SoftPasskey();

        var added = await Add(bo, passkey, "Bo's phone");
        var before = (await bo.Get("/api/auth/passkeys")).Data;
        var signedIn = await LogIn(passkey);
        var after = (await bo.Get("/api/auth/passkeys")).Data;

        Assert.Equal(201, added.Status);
        Assert.Equal("Bo's phone", (string?)Assert.Single(before.AsArray())!["name"]);
        Assert.Null(before[0]!["lastUsedAt"]);
        Assert.Equal(bo.Id, (Guid)signedIn.Data["user"]!["id"]!);
        Assert.NotNull(after[0]!["lastUsedAt"]);
    }

    [Fact]
    public async Task It_counts_as_two_factors_and_no_code_is_asked_for()
    {
        using var bo = await fixture.Somebody();
        using var passkey = new SoftPasskey();
        await Add(bo, passkey);
        var setup = await bo.Post("/api/auth/two-factor/setup", new { password = TestPerson.Password });
        await bo.Post("/api/auth/two-factor/confirm", new { code = Authenticator.Code((string)setup.Data["secret"]!, DateTimeOffset.UtcNow) });

        Assert.True((await LogIn(passkey)).IsSuccess);
    }

    [Fact]
    public async Task Renamed_it_goes_on_and_removed_it_is_refused()
    {
        using var bo = await fixture.Somebody();
        using var passkey = new SoftPasskey();
        var id = (string)(await Add(bo, passkey)).Data["id"]!;

        var renamed = await bo.Patch($"/api/auth/passkeys/{id}", new { name = "  Laptop " });
        var listed = (await bo.Get("/api/auth/passkeys")).Data[0]!["name"]!;
        var still = await LogIn(passkey);
        var wrong = await Remove(bo, id, "not this one");
        var removed = await Remove(bo, id, TestPerson.Password);
        var refused = await LogIn(passkey);

        Assert.True(renamed.IsSuccess);
        Assert.Equal("Laptop", (string?)listed);
        Assert.True(still.IsSuccess);
        Assert.NotNull(wrong.Details?["password"]);
        Assert.True(removed.IsSuccess);
        Assert.Equal("UNAUTHORIZED", refused.Code);
    }

    [Fact]
    public async Task To_add_one_takes_the_password()
    {
        using var bo = await fixture.Somebody();

        var refused = await bo.Post("/api/auth/passkeys/options", new { password = "not this one" });

        Assert.NotNull(refused.Details?["password"]);
    }

    [Fact]
    public async Task A_challenge_is_answered_once()
    {
        using var bo = await fixture.Somebody();
        using var passkey = new SoftPasskey();
        var asked = await AskNew(bo);
        var creation = Answer(asked, passkey.Create(asked["options"]!), "Phone");
        await bo.Post("/api/auth/passkeys", creation);
        var request = (await Ask()).Data;
        var answer = Answer(request, passkey.Get(request["options"]!));

        var addedAgain = await bo.Post("/api/auth/passkeys", creation);
        var first = await Post("/api/auth/passkeys/login", answer);
        var replayed = await Post("/api/auth/passkeys/login", answer);

        Assert.NotNull(addedAgain.Details?["credential"]);
        Assert.True(first.IsSuccess);
        Assert.Equal("UNAUTHORIZED", replayed.Code);
    }

    [Fact]
    public async Task A_challenge_that_was_put_to_somebody_else_is_not_taken()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var passkey = new SoftPasskey();
        var asked = await AskNew(bo);
        var request = (await Ask()).Data;

        var foreign = await mira.Post("/api/auth/passkeys", Answer(asked, passkey.Create(asked["options"]!), "Mine now"));
        var mixed = await bo.Post("/api/auth/passkeys", Answer(request, passkey.Create(asked["options"]!), "Mixed"));

        Assert.NotNull(foreign.Details?["credential"]);
        Assert.NotNull(mixed.Details?["credential"]);
        Assert.Empty((await mira.Get("/api/auth/passkeys")).Data.AsArray());
    }

    public static readonly TheoryData<string, Action<object>> Impostors = new()
    {
        { "a foreign origin", passkey => ((SoftPasskey)passkey).Origin = "https://stogram.example.com" },
        { "an origin that begins alike", passkey => ((SoftPasskey)passkey).Origin = "http://localhost.example.com" },
        { "another relying party", passkey => ((SoftPasskey)passkey).Domain = "example.com" },
        { "nobody unlocked it", passkey => ((SoftPasskey)passkey).Verifies = false },
    };

    [Theory]
    [MemberData(nameof(Impostors))]
    public async Task What_was_signed_elsewhere_or_by_nobody_opens_nothing(string what, Action<object> change)
    {
        Assert.NotEmpty(what);
        using var bo = await fixture.Somebody();
        using var passkey = new SoftPasskey();
        using var impostor = new SoftPasskey();
        await Add(bo, passkey);
        change(passkey);
        change(impostor);

        var added = await Add(bo, impostor);
        var signedIn = await LogIn(passkey);

        Assert.NotNull(added.Details?["credential"]);
        Assert.Equal("UNAUTHORIZED", signedIn.Code);
    }

    [Fact]
    public async Task A_passkey_signs_in_as_nobody_but_its_owner()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var bos = new SoftPasskey();
        await Add(bo, bos);
        using var unknown = new SoftPasskey { CredentialId = bos.CredentialId, UserHandle = bos.UserHandle };
        bos.UserHandle = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(mira.Id.ToString()));

        var asMira = await LogIn(bos);
        var otherKey = await LogIn(unknown);
        using var taken = new SoftPasskey { CredentialId = bos.CredentialId };
        var again = await Add(mira, taken);

        Assert.Equal("UNAUTHORIZED", asMira.Code);
        Assert.Equal("UNAUTHORIZED", otherKey.Code);
        Assert.NotNull(again.Details?["credential"]);
    }

    [Fact]
    public async Task Somebody_elses_passkey_can_be_neither_renamed_nor_removed_nor_told_from_none()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var passkey = new SoftPasskey();
        var id = (string)(await Add(bo, passkey)).Data["id"]!;

        Answer[] foreign = [await mira.Patch($"/api/auth/passkeys/{id}", new { name = "Mine" }), await Remove(mira, id, TestPerson.Password)];
        Answer[] none = [await mira.Patch("/api/auth/passkeys/AAAA", new { name = "Mine" }), await Remove(mira, "not*base64", TestPerson.Password)];

        Assert.All(foreign.Concat(none), answer => Assert.Equal(foreign[0].Envelope.ToJsonString(), answer.Envelope.ToJsonString()));
        Assert.Equal("NOT_FOUND", foreign[0].Code);
        Assert.True((await LogIn(passkey)).IsSuccess);
    }

    public static readonly TheoryData<string, string> BadInput = new()
    {
        { "credential", "{}" },
        { "credential", """{"id":"x","rawId":"x","type":"public-key","response":{}}""" },
        { "credential", """{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","attestationObject":"AAAA"}}""" },
        { "credential", "[]" },
        { "credential", "\"text\"" },
        { "credential", "null" },
        { "credential", $$"""{"padding":"{{new string('x', 20_000)}}"}""" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task What_no_device_would_say_is_refused_by_field(string field, string credential)
    {
        using var bo = await fixture.Somebody();
        var asked = await AskNew(bo);

        var added = await bo.Post("/api/auth/passkeys", Answer(asked, JsonNode.Parse(credential), "Phone"));

        Assert.Equal("VALIDATION_FAILED", added.Code);
        Assert.NotNull(added.Details?[field]);
    }

    [Fact]
    public async Task Nonsense_signs_nobody_in()
    {
        var request = (await Ask()).Data;

        var answer = await Post("/api/auth/passkeys/login", Answer(request, new JsonObject { ["id"] = "x", ["response"] = 1 }));
        var unasked = await Post("/api/auth/passkeys/login", new { challengeId = Guid.NewGuid(), credential = new { } });
        var empty = await Post("/api/auth/passkeys/login", new { });

        Assert.Equal("UNAUTHORIZED", answer.Code);
        Assert.Equal("UNAUTHORIZED", unasked.Code);
        Assert.Equal("VALIDATION_FAILED", empty.Code);
    }

    [Fact]
    public async Task Who_was_deactivated_or_is_of_another_organization_does_not_get_in()
    {
        using var bo = await fixture.Somebody();
        using var passkey = new SoftPasskey();
        await Add(bo, passkey);

        var elsewhere = await LogIn(passkey, organization: "harbour");
        var here = await LogIn(passkey, organization: (string)(await bo.Get("/api/auth/me")).Data["organization"]!["slug"]!);
        await fixture.Ada.Patch($"/api/admin/people/{bo.Id}", new { active = false });
        var deactivated = await LogIn(passkey);

        Assert.Equal("UNAUTHORIZED", elsewhere.Code);
        Assert.True(here.IsSuccess);
        Assert.Equal("UNAUTHORIZED", deactivated.Code);
    }

    [Fact]
    public async Task Where_a_second_factor_is_required_a_passkey_is_one_and_the_password_alone_is_none()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        using var passkey = new SoftPasskey();
        await ada.Patch("/api/admin/organization", new { twoFactorRequired = true });

        var before = await bo.Get("/api/chats");
        await Add(bo, passkey);
        var after = await bo.Get("/api/chats");
        using var http = server.Anonymous();
        var byPassword = await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "bo", password = TestPerson.Password });
        var byPasskey = await LogIn(passkey, server: server);

        Assert.Equal("FORBIDDEN", before.Code);
        Assert.True(after.IsSuccess);
        Assert.Equal(("TWO_FACTOR_REQUIRED", "PASSKEY"), (byPassword.Code, (string?)byPassword.Details?["code"]));
        Assert.True(byPasskey.IsSuccess);
    }

    [Fact]
    public async Task Administrators_who_clear_a_second_factor_clear_passkeys_and_the_log_knows_all_of_it()
    {
        using var bo = await fixture.Somebody();
        using var passkey = new SoftPasskey();
        await Add(bo, passkey, "Bo's phone");

        await fixture.Ada.Delete($"/api/admin/people/{bo.Id}/second-factor");
        var refused = await LogIn(passkey);
        var log = (await fixture.Ada.Get("/api/admin/audit")).Data.AsArray()
            .Where(row => (Guid?)row!["targetId"] == bo.Id).Select(row => (string?)row!["action"]);

        Assert.Equal("UNAUTHORIZED", refused.Code);
        Assert.Equal(["two-factor.reset", "passkey.added"], log);
    }

    private static async Task<JsonNode> AskNew(TestPerson person) =>
        (await person.Post("/api/auth/passkeys/options", new { password = TestPerson.Password })).Data;

    private static async Task<Answer> Add(TestPerson person, SoftPasskey passkey, string name = "Phone")
    {
        var asked = await AskNew(person);
        return await person.Post("/api/auth/passkeys", Answer(asked, passkey.Create(asked["options"]!), name));
    }

    private Task<Answer> Ask(TestServer? server = null) => Post("/api/auth/passkeys/login/options", new { }, server);

    private async Task<Answer> LogIn(SoftPasskey passkey, string? organization = null, TestServer? server = null)
    {
        var asked = (await Ask(server)).Data;
        var answer = Answer(asked, passkey.Get(asked["options"]!));
        answer["organization"] = organization;
        return await Post("/api/auth/passkeys/login", answer, server);
    }

    private static JsonObject Answer(JsonNode asked, JsonNode? credential, string? name = null) => new()
    {
        ["challengeId"] = (string)asked["challengeId"]!,
        ["credential"] = credential,
        ["name"] = name,
    };

    private static Task<Answer> Remove(TestPerson person, string id, string password) =>
        person.Http.Call(HttpMethod.Delete, $"/api/auth/passkeys/{id}", new { password });

    private async Task<Answer> Post(string path, object body, TestServer? server = null)
    {
        using var http = (server ?? fixture.Server).Anonymous();
        return await http.Call(HttpMethod.Post, path, body);
    }
}
