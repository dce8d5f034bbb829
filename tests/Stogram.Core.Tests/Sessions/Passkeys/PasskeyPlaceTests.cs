using System.Text.Json.Nodes;
using Stogram.Core.Tests.Organizations;

namespace Stogram.Core.Tests.Sessions.Passkeys;

public sealed class PasskeyPlaceTests(Harbour harbour) : IClassFixture<Harbour>
{
    [Fact]
    public async Task Under_an_organizations_host_name_passkeys_belong_to_that_name_and_sign_in_nowhere_else()
    {
        using var passkey = new SoftPasskey { Domain = Harbour.Host, Origin = $"http://{Harbour.Host}" };
        using var bos = harbour.By(Harbour.Host, harbour.Bo);
        using var here = harbour.By(Harbour.Host);
        using var elsewhere = harbour.Server.Anonymous();

        var asked = (await bos.Call(HttpMethod.Post, "/api/auth/passkeys/options", new { password = TestPerson.Password })).Data;
        await bos.Call(HttpMethod.Post, "/api/auth/passkeys", Answer(asked, passkey.Create(asked["options"]!)));
        var signedIn = await LogIn(here, passkey);
        var refused = await LogIn(elsewhere, passkey);

        Assert.Equal(Harbour.Host, (string?)asked["options"]!["rp"]!["id"]);
        Assert.Equal(harbour.Bo.Id, (Guid)signedIn.Data["user"]!["id"]!);
        Assert.Equal("UNAUTHORIZED", refused.Code);
    }

    [Fact]
    public async Task A_host_name_that_nobody_has_changes_nothing()
    {
        using var http = harbour.By("evil.example.com");

        var asked = (await http.Call(HttpMethod.Post, "/api/auth/passkeys/login/options", new { })).Data;

        Assert.Equal("localhost", (string?)asked["options"]!["rpId"]);
    }

    private static async Task<Answer> LogIn(HttpClient http, SoftPasskey passkey)
    {
        var asked = (await http.Call(HttpMethod.Post, "/api/auth/passkeys/login/options", new { })).Data;
        return await http.Call(HttpMethod.Post, "/api/auth/passkeys/login", Answer(asked, passkey.Get(asked["options"]!)));
    }

    private static JsonObject Answer(JsonNode asked, JsonNode credential) => new()
    {
        ["challengeId"] = (string)asked["challengeId"]!,
        ["credential"] = credential,
        ["name"] = "Phone",
    };
}
