using Npgsql;
using Stogram.Plugins;
using Stogram.Search.Asking;

namespace Stogram.Search.Finding;

/// <summary>
/// A page of messages: first those that say it, then those that say it in the middle of a word, and if there are none,
/// those that say something like it.
/// </summary>
internal sealed class FindMessages(IPluginDatabase database)
{
    // Half of what a typing error leaves of a word of seven letters; and compiling a statement takes longer than running it.
    private const string Limits =
        """
        select set_config('pg_trgm.word_similarity_threshold', '0.45', true), set_config('statement_timeout', '5000', true),
            set_config('jit', 'off', true)
        """;

    public async Task<(List<HitView> Hits, Place? Next)> Run(Question question, Place place, CancellationToken cancellation)
    {
        var hits = new List<HitView>();
        Place? next = place;
        while (next is not null && hits.Count < question.Limit)
        {
            next = await Page(question with { Limit = question.Limit - hits.Count }, next, hits, cancellation);
        }

        return (hits, next);
    }

    private async Task<Place?> Page(Question question, Place place, List<HitView> hits, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Limits), AskIndex.Write(question, place).Command() } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var (rows, last) = (0, place);
        Term[] terms = [.. question.Query.Wanted];
        while (await reader.ReadAsync(cancellation))
        {
            rows++;
            last = last.At(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetGuid(2), reader.GetInt64(3));
            if (!reader.IsDBNull(4))
            {
                hits.Add(Hit(reader, terms));
                last = last with { HasHits = true };
            }
        }

        return rows == question.Limit ? last : question.IsLoose ? last.Next() : null;
    }

    private static HitView Hit(NpgsqlDataReader row, Term[] terms)
    {
        string[] files = row.IsDBNull(10) ? [] : row.GetFieldValue<string[]>(10);
        // What has no words was found by the names of its files.
        var marked = Marked.Of(Text(row, 9) is { Length: > 0 } text ? text : string.Join(", ", files), terms);
        return new(
            ChatId: row.GetGuid(2),
            ChatKind: row.GetString(11),
            ChatName: Text(row, 12) ?? Text(row, 13),
            MessageId: row.GetGuid(4),
            Seq: row.GetInt64(3),
            SenderId: row.GetGuid(5),
            SenderName: Text(row, 6),
            Kind: row.GetString(7),
            Text: marked.Text,
            Ranges: marked.Ranges,
            Files: files,
            SentAt: row.GetFieldValue<DateTimeOffset>(1),
            IsPinned: row.GetBoolean(8));
    }

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
