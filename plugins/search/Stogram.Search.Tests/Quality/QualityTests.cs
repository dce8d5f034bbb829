using Npgsql;
using Stogram.Testing;
using Xunit.Abstractions;

namespace Stogram.Search.Tests.Quality;

/// <summary>A hundred searches in four languages, with what a person would expect of each; beside what PostgreSQL alone finds.</summary>
public sealed class QualityTests(SearchServer search, ITestOutputHelper output) : IClassFixture<SearchServer>
{
    [Fact]
    public async Task It_finds_more_of_what_is_meant_and_earlier_than_PostgreSQL_alone()
    {
        var all = new Comparison(new(), new(), new());
        output.WriteLine("recall@10 / MRR     search          ilike           to_tsvector('english')");
        foreach (var (name, language) in LabelledSet.All)
        {
            var one = await Measure(LabelledSet.Read(Repository.Path("plugins", "search", "Stogram.Search.Tests", "Quality"), name, language));
            output.WriteLine($"{name,-18}  {one.Search}     {one.Ilike}     {one.English}");
            all += one;
        }

        output.WriteLine($"{"all",-18}  {all.Search}     {all.Ilike}     {all.English}");
        Assert.Equal(100, all.Search.Queries);
        Assert.True(all.Search.Recall > all.Ilike.Recall && all.Search.Recall > all.English.Recall, "Less is found.");
        Assert.True(all.Search.Rank > all.Ilike.Rank && all.Search.Rank > all.English.Rank, "It comes later.");
        Assert.True(all.Search.Recall > 0.9, $"Of what is meant {all.Search.Recall:P0} is found.");
    }

    private async Task<Comparison> Measure(LabelledSet set)
    {
        await search.Ada.Http.Call(HttpMethod.Put, "/api/admin/plugins/search/settings", new { language = set.Language });
        var chat = await search.Ada.Group(set.Name);
        var seqs = new List<long>();
        foreach (var text in set.Messages)
        {
            seqs.Add((long)(await search.Ada.Send(chat, text)).Data["seq"]!);
        }

        await search.Ada.Post("/api/search/index/rebuild");
        await search.Indexed();
        await using var database = NpgsqlDataSource.Create(search.Server.ConnectionString);
        return await Comparison.Of(set, chat, [.. seqs], Find, database);

        async Task<long[]> Find(string query) =>
            [.. (await search.Ada.Search(query, $"&in={chat}&limit=10")).Data["messages"]!.AsArray().Select(hit => (long)hit!["seq"]!)];
    }
}
