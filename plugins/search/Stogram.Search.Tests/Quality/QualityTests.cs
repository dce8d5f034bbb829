using System.Globalization;
using Npgsql;
using Stogram.Testing;
using Xunit.Abstractions;

namespace Stogram.Search.Tests.Quality;

/// <summary>A hundred searches in four languages, with what a person would expect of each; beside what PostgreSQL alone finds.</summary>
public sealed class QualityTests(SearchServer search, ITestOutputHelper output) : IClassFixture<SearchServer>
{
    private static readonly (string File, string Language)[] Sets =
        [("english", "english"), ("russian", "russian"), ("german", "german"), ("chinese", "none")];

    private const string Ilike =
        "select seq from core.messages where chat_id = $1 and type = 'TEXT' and content ilike '%' || $2 || '%' order by seq desc limit 10";

    private const string English =
        """
        select seq from core.messages where chat_id = $1 and type = 'TEXT' and to_tsvector('english', content) @@ plainto_tsquery('english', $2)
        order by ts_rank(to_tsvector('english', content), plainto_tsquery('english', $2)) desc, seq desc limit 10
        """;

    [Fact]
    public async Task It_finds_more_of_what_is_meant_and_earlier_than_PostgreSQL_alone()
    {
        var (ours, ilike, english) = (new Score(), new Score(), new Score());
        output.WriteLine("recall@10 / MRR     search          ilike           to_tsvector('english')");
        foreach (var (file, language) in Sets)
        {
            var (mine, plain, stems) = await Measure(file, language);
            output.WriteLine($"{file,-18}  {mine}     {plain}     {stems}");
            (ours, ilike, english) = (ours + mine, ilike + plain, english + stems);
        }

        output.WriteLine($"{"all",-18}  {ours}     {ilike}     {english}");
        Assert.Equal(100, ours.Queries);
        Assert.True(ours.Recall > ilike.Recall && ours.Recall > english.Recall, "Less is found.");
        Assert.True(ours.Rank > ilike.Rank && ours.Rank > english.Rank, "It comes later.");
        Assert.True(ours.Recall > 0.9, $"Of what is meant {ours.Recall:P0} is found.");
    }

    private async Task<(Score Ours, Score Ilike, Score English)> Measure(string file, string language)
    {
        var parts = (await File.ReadAllTextAsync(Repository.Path("plugins", "search", "Stogram.Search.Tests", "Quality", $"{file}.txt")))
            .Split("\n\n").Select(part => part.Trim().Split('\n')).ToArray();
        await search.Ada.Http.Call(HttpMethod.Put, "/api/admin/plugins/search/settings", new { language });
        var chat = await search.Ada.Group(file);
        var seqs = new List<long>();
        foreach (var text in parts[0])
        {
            seqs.Add((long)(await search.Ada.Send(chat, text)).Data["seq"]!);
        }

        await search.Ada.Post("/api/search/index/rebuild");
        await search.Indexed();
        var (ours, ilike, english) = (new Score(), new Score(), new Score());
        foreach (var line in parts[1])
        {
            var (query, expected) = (line.Split('|')[0], line.Split('|')[1].Split(',').Select(at => seqs[int.Parse(at, CultureInfo.InvariantCulture) - 1]).ToArray());
            var found = (await search.Ada.Search(query, $"&in={chat}&limit=10")).Data["messages"]!.AsArray().Select(hit => (long)hit!["seq"]!).ToArray();
            ours.Add(found, expected);
            ilike.Add(await Ask(Ilike, chat, query), expected);
            english.Add(await Ask(English, chat, query), expected);
        }

        return (ours, ilike, english);
    }

    private async Task<long[]> Ask(string sql, Guid chat, string query)
    {
        await using var source = NpgsqlDataSource.Create(search.Server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = chat });
        command.Parameters.Add(new() { Value = query });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<long>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetInt64(0));
        }

        return [.. found];
    }

    private sealed class Score
    {
        private double recalls;

        private double ranks;

        public int Queries { get; private set; }

        public double Recall => recalls / Queries;

        public double Rank => ranks / Queries;

        public static Score operator +(Score one, Score other) =>
            new() { recalls = one.recalls + other.recalls, ranks = one.ranks + other.ranks, Queries = one.Queries + other.Queries };

        public void Add(long[] found, long[] expected)
        {
            Queries++;
            recalls += (double)expected.Count(found.Contains) / expected.Length;
            var first = Array.FindIndex(found, expected.Contains);
            ranks += first < 0 ? 0 : 1.0 / (first + 1);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Recall:0.000} / {Rank:0.000}");
    }
}
