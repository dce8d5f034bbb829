using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Stogram.Load.Scenarios.Searching;

/// <summary>The search plugin's index in the hands of the organization's owner.</summary>
internal sealed class SearchIndex(HttpClient owner) : IDisposable
{
    public HttpClient Owner => owner;

    public async Task Switch(bool enabled, CancellationToken cancellation)
    {
        var answer = await owner.PutAsJsonAsync("/api/admin/plugins/search", new { enabled }, cancellation);
        var plugin = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
        if (enabled && !plugin.Contains("RUNNING", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Search does not run: {plugin}");
        }
    }

    public async Task SpeakOnly(string language, CancellationToken cancellation)
    {
        (await owner.PutAsJsonAsync("/api/admin/plugins/search/settings", new { language }, cancellation)).EnsureSuccessStatusCode();
        (await owner.PostAsync("/api/search/index/rebuild", null, cancellation)).EnsureSuccessStatusCode();
        await CatchUp(cancellation);
    }

    /// <summary>Returns once everything that was said is in it.</summary>
    public async Task CatchUp(CancellationToken cancellation)
    {
        while (await Data(owner, "/api/search/index", cancellation) is var index && (long)index["chats"]! != (long)index["chatsDone"]!)
        {
            await Task.Delay(500, cancellation);
        }
    }

    public static async Task<JsonNode> Data(HttpClient http, string path, CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<JsonNode>(path, cancellation))!["data"]!;

    public static async Task<long[]> Find(HttpClient http, string query, string more, CancellationToken cancellation)
    {
        var found = await Data(http, $"/api/search?q={Uri.EscapeDataString(query)}{more}", cancellation);
        return [.. found["messages"]!.AsArray().Select(hit => (long)hit!["seq"]!)];
    }

    public void Dispose() => owner.Dispose();
}
