using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stogram.Load.Reports;
using Stogram.Load.Servers;
using Stogram.Search.Tests.Quality;

namespace Stogram.Load.Scenarios.Searching;

/// <summary>A hundred searches with what a person would expect of each: the same that the plugin's tests ask.</summary>
internal static class FindMeant
{
    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        await using var server = await StogramServer.Start(bench.Options.Program, [], cancellation, "plugins");
        using var index = new SearchIndex(await server.SignUpOwner(cancellation));
        await index.Switch(true, cancellation);
        var all = new Comparison(new(), new(), new());
        foreach (var (name, language) in LabelledSet.All)
        {
            var set = LabelledSet.Read(Repository.Path("plugins", "search", "Stogram.Search.Tests", "Quality"), name, language);
            var one = await Measure(server, index, set, cancellation);
            bench.Report.Quality.Add(Row(name, one));
            all += one;
        }

        bench.Report.Quality.Add(Row("all", all));
    }

    private static Quality Row(string set, Comparison found) => new(set, found.Search.Queries, Of(found.Search), Of(found.Ilike), Of(found.English));

    private static Found Of(Score score) => new(Math.Round(score.Recall, 3), Math.Round(score.Rank, 3));

    private static async Task<Comparison> Measure(StogramServer server, SearchIndex index, LabelledSet set, CancellationToken cancellation)
    {
        var chat = (Guid)(await Post(index.Owner, "/api/chats", new { type = "GROUP", name = set.Name, memberIds = Array.Empty<Guid>() }, cancellation))["id"]!;
        var seqs = new List<long>();
        foreach (var content in set.Messages)
        {
            seqs.Add((long)(await Post(index.Owner, "/api/messages", new { id = Guid.CreateVersion7(), chatId = chat, content }, cancellation))["seq"]!);
        }

        await index.SpeakOnly(set.Language, cancellation);
        return await Comparison.Of(
            set, chat, [.. seqs], query => SearchIndex.Find(index.Owner, query, $"&in={chat}&limit=10", cancellation), server.Database);
    }

    private static async Task<JsonNode> Post(HttpClient http, string path, object body, CancellationToken cancellation)
    {
        var answer = await http.PostAsJsonAsync(path, body, cancellation);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellation))!["data"]!;
    }
}
