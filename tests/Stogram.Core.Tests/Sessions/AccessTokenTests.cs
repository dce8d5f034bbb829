using System.Buffers.Text;
using System.Security.Cryptography;
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

    /// <summary>Each token is signed with the server's own key, so that nothing but what is named can be why it is refused.</summary>
    public static readonly TheoryData<string, Func<JsonObject, JsonObject, byte[], string>, int> Signed = new()
    {
        { "nothing wrong", (header, body, key) => Sign(header, body, key), 200 },
        { "for another audience", (header, body, key) => Sign(header, With(body, "aud", "another"), key), 401 },
        { "for no audience", (header, body, key) => Sign(header, Without(body, "aud"), key), 401 },
        { "of another issuer", (header, body, key) => Sign(header, With(body, "iss", "another"), key), 401 },
        { "of no issuer", (header, body, key) => Sign(header, Without(body, "iss"), key), 401 },
        { "good for ever", (header, body, key) => Sign(header, Without(body, "exp"), key), 401 },
        { "of no session", (header, body, key) => Sign(header, Without(body, "sid"), key), 401 },
        { "of a session that is none", (header, body, key) => Sign(header, With(body, "sid", $"{Guid.NewGuid()}"), key), 401 },
        { "by a longer hash", (header, body, key) => Sign512(With(header, "alg", "HS512"), body, key), 401 },
        { "said to be by RSA, and by the shared key (confusion)", (header, body, key) => Sign(With(header, "alg", "RS256"), body, key), 401 },
        { "by an RSA key that it brings along", (header, body, _) => SignRsa(With(header, "alg", "RS256"), body), 401 },
        { "alg None", (header, body, key) => Sign(With(header, "alg", "None"), body, key), 401 },
        { "said something else when it was signed", (header, body, key) => Tampered(Sign(header, body, key), With(body, "sub", $"{Guid.NewGuid()}")), 401 },
        { "by a key for another purpose", (header, body, _) => Sign(header, body, new byte[32]), 401 },
    };

    [Theory]
    [MemberData(nameof(Signed))]
    public async Task A_token_opens_something_only_as_it_was_issued(string what, Func<JsonObject, JsonObject, byte[], string> make, int status)
    {
        Assert.NotEmpty(what);
        var parts = fixture.Ada.AccessToken.Split('.');
        var key = new Keys(fixture.Server.Services.GetRequiredService<CoreOptions>()).AccessTokens;

        Assert.Equal(status, (await Me(make(Json(parts[0]), Json(parts[1]), key))).Status);
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

    private static JsonObject Without(JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }

    private static string Sign(JsonObject header, JsonObject body, byte[] key) =>
        Signature(header, body, text => HMACSHA256.HashData(key, text));

    private static string Sign512(JsonObject header, JsonObject body, byte[] key) =>
        Signature(header, body, text => HMACSHA512.HashData(key, text));

    private static string SignRsa(JsonObject header, JsonObject body)
    {
        using var key = RSA.Create(2048);
        var open = key.ExportParameters(includePrivateParameters: false);
        header["jwk"] = new JsonObject
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(open.Modulus!),
            ["e"] = Base64Url.EncodeToString(open.Exponent!),
        };
        return Signature(header, body, text => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static string Signature(JsonObject header, JsonObject body, Func<byte[], byte[]> sign)
    {
        var text = $"{Part(header)}.{Part(body)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Tampered(string token, JsonObject body) =>
        string.Join('.', token.Split('.')[0], Part(body), token.Split('.')[2]);

    private static string Unsigned(JsonObject header, JsonObject body) => $"{Part(header)}.{Part(body)}.";

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
