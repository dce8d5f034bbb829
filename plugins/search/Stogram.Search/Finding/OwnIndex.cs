using Npgsql;
using Stogram.Plugins;

namespace Stogram.Search.Finding;

/// <summary>
/// A page of messages: first those that say it, then those that say it in the middle of a word, and if there are none,
/// those that say something like it.
/// </summary>
internal sealed class OwnIndex(IPluginDatabase database, IPluginSettings<SearchSettings> settings, TimeProvider time) : ISearchIndex
{
    private const int Many = 200;

    private const string QueryCanceled = "57014";

    // Half of what a typing error leaves of a word of seven letters; and compiling a statement takes longer than running it.
    private const string Limits =
        """
        select set_config('pg_trgm.word_similarity_threshold', '0.45', true), set_config('statement_timeout', '5000', true),
            set_config('jit', 'off', true)
        """;

    public async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellation)
    {
        if ((query.Cursor is { } cursor ? Place.Read(cursor) : Place.Start(time.GetUtcNow())) is not { } next)
        {
            return new() { Refused = RefusalCode.ValidationFailed };
        }

        try
        {
            return await Find(query, next, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == QueryCanceled && !cancellation.IsCancellationRequested)
        {
            return new() { Refused = RefusalCode.Unavailable };
        }
    }

    private async Task<SearchPage> Find(SearchQuery query, Place? next, CancellationToken cancellation)
    {
        var hits = new List<SearchHit>();
        var isInMany = await IsInMany(query, cancellation);
        while (next is not null && hits.Count < query.Limit)
        {
            next = await Page(query with { Limit = query.Limit - hits.Count }, next, isInMany, hits, cancellation);
        }

        return new() { Hits = hits, Cursor = next?.Write() };
    }

    private async Task<bool> IsInMany(SearchQuery query, CancellationToken cancellation)
    {
        if (query.Chats is { } chats)
        {
            return chats.Count > Many;
        }

        await using var command = database.Source.CreateCommand(
            "select count(*) > $3 from (select from reading.readers where user_id = $1 and organization_id = $2 limit $3 + 1) r");
        command.Parameters.Add(new() { Value = query.UserId });
        command.Parameters.Add(new() { Value = query.OrganizationId });
        command.Parameters.Add(new() { Value = Many });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<Place?> Page(
        SearchQuery query, Place place, bool isInMany, List<SearchHit> hits, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        var ask = AskIndex.Write(query, settings.For(query.OrganizationId).Language, place, isInMany);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Limits), ask.Command() } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var (rows, last) = (0, place);
        while (await reader.ReadAsync(cancellation))
        {
            rows++;
            var (chatId, seq) = (reader.GetGuid(2), reader.GetInt64(3));
            last = last.At(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), chatId, seq);
            if (reader.GetBoolean(4))
            {
                hits.Add(new() { ChatId = chatId, Seq = seq });
                last = last with { HasHits = true };
            }
        }

        return rows == query.Limit ? last : IsLoose(query) ? last.Next() : null;
    }

    // Parts of words, and words with errors, are looked for only where somebody did not say "exactly this".
    private static bool IsLoose(SearchQuery query) => Array.Exists(query.Wanted(), term => !term.IsExact && term.Text.Length > 2);
}
