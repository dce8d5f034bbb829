using Npgsql;

namespace Stogram.Search.Tests.Quality;

/// <summary>What is found, beside what PostgreSQL alone finds.</summary>
internal sealed record Comparison(Score Search, Score Ilike, Score English)
{
    private const string IlikeSql =
        "select seq from core.messages where chat_id = $1 and type = 'TEXT' and content ilike '%' || $2 || '%' order by seq desc limit 10";

    private const string EnglishSql =
        """
        select seq from core.messages where chat_id = $1 and type = 'TEXT' and to_tsvector('english', content) @@ plainto_tsquery('english', $2)
        order by ts_rank(to_tsvector('english', content), plainto_tsquery('english', $2)) desc, seq desc limit 10
        """;

    public static Comparison operator +(Comparison one, Comparison other) =>
        new(one.Search + other.Search, one.Ilike + other.Ilike, one.English + other.English);

    /// <param name="seqs">Of the set's messages, which were said in the chat.</param>
    /// <param name="search">The first ten hits in it.</param>
    public static async Task<Comparison> Of(
        LabelledSet set, Guid chat, long[] seqs, Func<string, Task<long[]>> search, NpgsqlDataSource database)
    {
        var scores = new Comparison(new(), new(), new());
        foreach (var (query, nths) in set.Queries)
        {
            long[] expected = [.. nths.Select(nth => seqs[nth])];
            scores.Search.Add(await search(query), expected);
            scores.Ilike.Add(await Ask(database, IlikeSql, chat, query), expected);
            scores.English.Add(await Ask(database, EnglishSql, chat, query), expected);
        }

        return scores;
    }

    private static async Task<long[]> Ask(NpgsqlDataSource database, string sql, Guid chat, string query)
    {
        await using var command = database.CreateCommand(sql);
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
}
