using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Stogram.Host.Tests.Plugins;
using Stogram.Host.Tests.Startup;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Backup;

/// <summary>Ada on a server: her session goes on on whatever server is made from a backup of it.</summary>
internal sealed class Ada : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _token;

    private Ada(HttpClient http, string token) => (_http, _token) = (http, token);

    public static async Task<Ada> SignUp(HostHome home)
    {
        using var http = new HttpClient { BaseAddress = new Uri(home.Url) };
        var answer = await http.Call(HttpMethod.Post, "/api/auth/register", new
        {
            email = "ada@example.org",
            username = "ada",
            password = TestPerson.Password,
        });
        return With((string)answer.Data["accessToken"]!, home);
    }

    /// <summary>With the access token she has.</summary>
    public Ada On(HostHome home) => With(_token, home);

    public async Task<Guid> Group(string name) =>
        (Guid)(await _http.Call(HttpMethod.Post, "/api/chats", new { type = "GROUP", name, memberIds = Array.Empty<Guid>() })).Data["id"]!;

    public async Task<Guid> Send(Guid chatId, string content, params Guid[] fileIds)
    {
        var message = new { id = Guid.CreateVersion7(), chatId, content, fileIds };
        return (Guid)(await _http.Call(HttpMethod.Post, "/api/messages", message)).Data["id"]!;
    }

    public async Task Delete(Guid messageId) =>
        _ = (await _http.Call(HttpMethod.Delete, $"/api/messages/{messageId}?for=everyone")).Data;

    public async Task<Guid> Upload(string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", "note.txt" } };
        using var response = await _http.PostAsync("/api/files/upload", form);
        return (Guid)(await response.ToAnswer()).Data["id"]!;
    }

    public Task<string> Read(Guid fileId) => _http.GetStringAsync($"/api/files/{fileId}");

    public async Task<JsonArray> History(Guid chatId)
    {
        var all = new JsonArray();
        JsonArray page;
        do
        {
            var before = all.Count == 0 ? "" : $"&before={all[^1]!["seq"]}";
            page = (await _http.Call(HttpMethod.Get, $"/api/messages/chat/{chatId}?limit=100{before}")).Data.AsArray();
            foreach (var message in page)
            {
                all.Add(message!.DeepClone());
            }
        }
        while (page.Count > 0);
        return all;
    }

    public async Task<JsonNode> Sync(Guid chatId, string? cursor)
    {
        var known = cursor is null ? [] : new Dictionary<Guid, string> { [chatId] = cursor };
        return (await _http.Call(HttpMethod.Post, "/api/sync", new { chats = known })).Data;
    }

    public async Task SwitchOn(string plugin) =>
        _ = (await _http.Call(HttpMethod.Put, $"/api/admin/plugins/{plugin}", new { enabled = true })).Data;

    /// <summary>What is found, once the plugin runs and its index has all that was said.</summary>
    public async Task<string[]> Search(string query)
    {
        await PluginCalls.Until(
            async () => await _http.Call(HttpMethod.Get, "/api/search/index") is { IsSuccess: true, Data: var index }
                && (long)index["chats"]! == (long)index["chatsDone"]!,
            "the index has all that was said");
        var found = await _http.Call(HttpMethod.Get, $"/api/search?q={Uri.EscapeDataString(query)}");
        return [.. found.Data["messages"]!.AsArray().Select(hit => (string)hit!["text"]!)];
    }

    public void Dispose() => _http.Dispose();

    private static Ada With(string token, HostHome home)
    {
        var http = new HttpClient { BaseAddress = new Uri(home.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Ada(http, token);
    }
}
