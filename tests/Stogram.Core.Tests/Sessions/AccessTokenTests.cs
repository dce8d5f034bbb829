using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Sessions;

namespace Stogram.Core.Tests.Sessions;

public sealed class AccessTokenTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    public static readonly TheoryData<string, Func<JsonObject, JsonObject, string>> Forgeries = new()
    {
        { "no signature, alg none", (header, body) => Unsigned(With(header, "alg", "none"), body) },
        { "no signature", (header, body) => Unsigned(header, body) },
        { "another signature", (header, body) => Unsigned(header, body) + Base64Url.EncodeToString(new byte[32]) },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_opens_nothing(string what, Func<JsonObject, JsonObject, string> forge)
    {
        Assert.NotEmpty(what);
        var parts = fixture.Ada.AccessToken.Split('.');

        var answer = await Me(forge(Json(parts[0]), Json(parts[1])));

        Assert.Equal(401, answer.Status);
        Assert.Equal("UNAUTHORIZED", answer.Code);
    }

    [Fact]
    public async Task A_token_signed_with_another_key_or_expired_opens_nothing()
    {
        var session = new Session { Id = SessionOf(fixture.Ada), UserId = fixture.Ada.Id, Device = "" };
        var options = fixture.Server.Services.GetRequiredService<CoreOptions>();
        var otherKey = new AccessTokens(new Keys(options with { SigningKey = new byte[64] }), TimeProvider.System);
        var longAgo = new AccessTokens(new Keys(options), new Clock(DateTimeOffset.UtcNow.AddMinutes(-16)));
        var now = new AccessTokens(new Keys(options), TimeProvider.System);

        Assert.Equal(401, (await Me(otherKey.Issue(session))).Status);
        Assert.Equal(401, (await Me(longAgo.Issue(session))).Status);
        Assert.Equal(200, (await Me(now.Issue(session))).Status);
    }

    private static Guid SessionOf(TestPerson person) => (Guid)Json(person.AccessToken.Split('.')[1])["sid"]!;

    private async Task<Answer> Me(string token)
    {
        using var http = fixture.Server.Anonymous();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await http.Call(HttpMethod.Get, "/api/auth/me");
    }

    private static JsonObject Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    private static JsonObject With(JsonObject json, string name, string value)
    {
        json[name] = value;
        return json;
    }

    private static string Unsigned(JsonObject header, JsonObject body) => $"{Part(header)}.{Part(body)}.";

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
