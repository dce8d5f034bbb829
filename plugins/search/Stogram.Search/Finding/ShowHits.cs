using Npgsql;
using Stogram.Plugins;

namespace Stogram.Search.Finding;

/// <summary>
/// What people see of hits: of those that they may read at this moment, whichever index has named them, with the text that
/// the messages have by now.
/// </summary>
internal sealed class ShowHits(IPluginDatabase database, IPluginSettings<SearchSettings> settings)
{
    public async Task<List<HitView>> Run(SearchQuery query, IReadOnlyList<SearchHit> hits, CancellationToken cancellation)
    {
        var shown = new List<HitView>();
        if (hits.Count == 0)
        {
            return shown;
        }

        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Write(query, hits).Command() } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            shown.Add(View(reader, query.Wanted(), hits[(int)reader.GetInt64(0) - 1].Words));
        }

        return shown;
    }

    private Statement Write(SearchQuery query, IReadOnlyList<SearchHit> hits)
    {
        var statement = new Statement();
        var (me, language) = (statement.Value(query.UserId), statement.Value(settings.For(query.OrganizationId).Language));
        var everything = query.Wanted().Select(term => statement.Asked(language, term)).DefaultIfEmpty("''::tsquery");
        return statement
            .Add($"with q as materialized (select {string.Join(" && ", everything)} as everything)")
            .Add("select h.nth, m.chat_id, m.seq, m.id, m.sender_id, s.display_name, m.kind, m.is_pinned, m.created_at,")
            .Add($"ts_headline(('stems_' || {language})::regconfig, translate(concat_ws(' · ', nullif(m.text, ''), m.link_title), {statement.Value(Marked.Marks)}, ''), (select everything from q), {statement.Value(Marked.Options)}),")
            .Add("f.names, c.kind, coalesce(c.name, o.display_name)")
            .Add($"from unnest({statement.Value(hits.Select(hit => hit.ChatId).ToArray())}, {statement.Value(hits.Select(hit => hit.Seq).ToArray())}) with ordinality as h (chat_id, seq, nth)")
            .Add($"join reading.readers r on r.user_id = {me} and r.organization_id = {statement.Value(query.OrganizationId)} and r.chat_id = h.chat_id and h.seq > r.after_seq")
            .Add("join reading.messages m on m.chat_id = h.chat_id and m.seq = h.seq and not m.is_gone and not m.is_encrypted")
            .Add($"and not exists (select from reading.hidden x where x.user_id = {me} and x.chat_id = h.chat_id and x.seq = h.seq)")
            .Add("join reading.chats c on c.id = h.chat_id")
            .Add("left join lateral (select array_agg(f.name order by array_position(m.file_ids, f.id)) as names from reading.files f where f.id = any(m.file_ids)) f on true")
            .Add($"left join reading.people s on s.viewer_id = {me} and s.id = m.sender_id")
            .Add($"left join reading.people o on o.viewer_id = {me} and o.id in (c.low_user_id, c.high_user_id) and o.id <> {me}")
            .Add("order by h.nth");
    }

    private static HitView View(NpgsqlDataReader row, SearchTerm[] terms, IReadOnlyList<string> words)
    {
        words = [.. terms.Select(term => term.Text), .. words];
        var names = row.IsDBNull(10) ? null : Marked.Of(string.Join(", ", row.GetFieldValue<string[]>(10)), words);
        // What has no words was found by the names of its files.
        var said = Text(row, 9) is { Length: > 0 } text ? Marked.Of(text, words) : null;
        return new(
            ChatId: row.GetGuid(1),
            ChatKind: row.GetString(11),
            ChatName: Text(row, 12),
            MessageId: row.GetGuid(3),
            Seq: row.GetInt64(2),
            SenderId: row.GetGuid(4),
            SenderName: Text(row, 5),
            Kind: row.GetString(6),
            Text: (said ?? names)?.Text ?? "",
            Ranges: (said ?? names)?.Ranges ?? [],
            Files: said is null ? null : names,
            SentAt: row.GetFieldValue<DateTimeOffset>(8),
            IsPinned: row.GetBoolean(7));
    }

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
