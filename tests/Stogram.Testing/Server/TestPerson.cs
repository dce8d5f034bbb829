using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stogram.Testing.Server;

/// <summary>Somebody signed in by the API, as any client of it would be.</summary>
public sealed class TestPerson : IDisposable
{
    private readonly TestServer _server;

    private TestPerson(TestServer server, JsonNode signedIn)
    {
        _server = server;
        Id = signedIn["user"]!["id"]!.GetValue<Guid>();
        AccessToken = signedIn["accessToken"]!.GetValue<string>();
        RefreshToken = signedIn["refreshToken"]!.GetValue<string>();
        Http = server.Anonymous();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
    }

    public const string Password = "correct horse battery";

    public Guid Id { get; }

    public string AccessToken { get; }

    public string RefreshToken { get; }

    public HttpClient Http { get; }

    public static async Task<TestPerson> SignUp(TestServer server, string username, string? organization)
    {
        using var http = server.Anonymous();
        var answer = await http.Call(HttpMethod.Post, "/api/auth/register", new
        {
            email = $"{username}@example.org",
            username,
            password = Password,
            displayName = char.ToUpperInvariant(username[0]) + username[1..],
            organization = organization ?? "main",
        });
        return new TestPerson(server, answer.Data);
    }

    public static async Task<TestPerson> SignIn(TestServer server, string username)
    {
        using var http = server.Anonymous();
        return new TestPerson(server, (await http.Call(HttpMethod.Post, "/api/auth/login", new { login = username, password = Password, organization = "main" })).Data);
    }

    public async Task<TestPerson> OnAnotherDevice()
    {
        var me = await Get("/api/auth/me");
        using var http = _server.Anonymous();
        var answer = await http.Call(HttpMethod.Post, "/api/auth/login", new
        {
            login = me.Data["username"]!.GetValue<string>(),
            password = Password,
            organization = me.Data["organization"]!["slug"]!.GetValue<string>(),
        });
        return new TestPerson(_server, answer.Data);
    }

    /// <summary>The same session with fresh tokens, as a client does when its access token is not taken any more.</summary>
    public async Task<TestPerson> Again()
    {
        using var http = _server.Anonymous();
        var tokens = (await http.Call(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = RefreshToken })).Data;
        tokens["user"] = new JsonObject { ["id"] = Id };
        return new TestPerson(_server, tokens);
    }

    public Task<Answer> Get(string path) => Http.Call(HttpMethod.Get, path);

    public Task<Answer> Post(string path, object? body = null) => Http.Call(HttpMethod.Post, path, body ?? new { });

    public Task<Answer> Patch(string path, object body) => Http.Call(HttpMethod.Patch, path, body);

    public Task<Answer> Put(string path, object body) => Http.Call(HttpMethod.Put, path, body);

    public Task<Answer> Delete(string path) => Http.Call(HttpMethod.Delete, path);

    public async Task<Guid> PrivateChat(TestPerson other) =>
        (await Post("/api/chats", new { type = "PRIVATE", memberIds = new[] { other.Id } })).Data["id"]!.GetValue<Guid>();

    public async Task<Guid> Group(string name, params TestPerson[] others) =>
        (await Post("/api/chats", new { type = "GROUP", name, memberIds = others.Select(other => other.Id) }))
        .Data["id"]!.GetValue<Guid>();

    public Task<Answer> Send(Guid chatId, string content, Guid? id = null) =>
        Post("/api/messages", new { id = id ?? Guid.CreateVersion7(), chatId, content });

    public Task<Answer> Sync(params (Guid ChatId, string Cursor)[] known) =>
        Post("/api/sync", new { chats = known.ToDictionary(chat => chat.ChatId, chat => chat.Cursor) });

    public Task<HubClient> Connect(TestServer? node = null) => HubClient.Connect((node ?? _server).Url, AccessToken);

    public void Dispose() => Http.Dispose();
}
