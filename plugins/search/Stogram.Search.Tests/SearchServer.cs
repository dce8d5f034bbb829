using System.Diagnostics;
using System.Text.Json.Nodes;
using Stogram.Testing;

namespace Stogram.Search.Tests;

/// <summary>The real host with the built package; Ada, its owner, has switched search on.</summary>
public sealed class SearchServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start(Repository.Path("artifacts", "plugins"));
        Ada = await Server.SignUp("ada");
        await Switch(true);
    }

    public async Task DisposeAsync()
    {
        Ada.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Somebody new, with a name nobody has yet.</summary>
    public Task<TestPerson> Somebody(string name = "bo", string? organization = null) =>
        Server.SignUp($"{name}_{Guid.NewGuid():n}"[..20], organization);

    public async Task Switch(bool enabled, TestPerson? admin = null)
    {
        var switched = await (admin ?? Ada).Http.Call(HttpMethod.Put, "/api/admin/plugins/search", new { enabled });
        Assert.True(switched.IsSuccess && (bool)switched.Data["enabled"]! == enabled, switched.Envelope.ToJsonString());
        Assert.True(!enabled || (string?)switched.Data["state"] == "RUNNING", switched.Envelope.ToJsonString());
    }

    /// <summary>Returns once the index has all that was said in the organization of an administrator.</summary>
    public async Task Indexed(TestPerson? admin = null)
    {
        var patience = Stopwatch.StartNew();
        JsonNode progress;
        do
        {
            await Task.Delay(20);
            progress = (await (admin ?? Ada).Get("/api/search/index")).Data;
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), progress.ToJsonString());
        }
        while ((long)progress["chats"]! != (long)progress["chatsDone"]!);
    }

    public async Task<string[]> Find(TestPerson person, string query, string more = "")
    {
        await Indexed();
        return [.. (await person.Search(query, more)).Data["messages"]!.AsArray().Select(hit => (string)hit!["text"]!)];
    }
}

internal static class SearchCalls
{
    public static Task<Answer> Search(this TestPerson person, string query, string more = "") =>
        person.Get($"/api/search?q={Uri.EscapeDataString(query)}{more}");

    /// <summary>All pages, from the first to the last.</summary>
    public static async Task<List<JsonNode>> SearchAll(this TestPerson person, string query, int limit, string more = "")
    {
        var hits = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = (await person.Search(query, $"&limit={limit}{more}{(cursor is null ? "" : $"&cursor={cursor}")}")).Data;
            hits.AddRange(page["messages"]!.AsArray().Select(hit => hit!));
            cursor = (string?)page["cursor"];
        }
        while (cursor is not null);
        return hits;
    }
}
