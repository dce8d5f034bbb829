using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;
using Stogram.Testing.Plugins;

namespace Stogram.Search.Tests;

public sealed class SearchServer() : PluginServer("search")
{
    /// <summary>Returns once the index has all that was said in the organization of an administrator.</summary>
    public Task Indexed(TestPerson? admin = null) => Until(async () =>
    {
        var progress = (await (admin ?? Ada).Get("/api/search/index")).Data;
        return (long)progress["chats"]! == (long)progress["chatsDone"]!;
    });

    public async Task Until(Func<Task<bool>> holds)
    {
        var patience = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "It did not come about.");
            await Task.Delay(20);
        }
    }

    public async Task<object?> Sql(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
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
