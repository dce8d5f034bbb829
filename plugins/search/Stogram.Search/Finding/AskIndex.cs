using Stogram.Plugins;

namespace Stogram.Search.Finding;

/// <summary>
/// One page of one stage, in one statement: the asker's chats as they are at this moment, what the index has of them, and
/// the messages themselves as they are by now. What is no longer to be seen comes as a row that says so.
/// </summary>
internal sealed class AskIndex
{
    private readonly Statement statement = new();

    private readonly SearchQuery query;

    private readonly Place place;

    private readonly SearchTerm[] wanted;

    private readonly SearchTerm[] unwanted;

    private readonly string me;

    private readonly string language;

    private readonly bool isInMany;

    private AskIndex(SearchQuery query, string language, Place place, bool isInMany)
    {
        (this.query, this.place, this.isInMany) = (query, place, isInMany);
        (wanted, unwanted) = (query.Wanted(), [.. query.Terms.Where(term => term.IsNot)]);
        (me, this.language) = (statement.Value(query.UserId), statement.Value(language));
    }

    public static Statement Write(SearchQuery query, string language, Place place, bool isInMany)
    {
        var asking = new AskIndex(query, language, place, isInMany);
        asking.Mine();
        asking.Words();
        asking.Hits();
        asking.Messages();
        return asking.statement;
    }

    private void Mine() => statement
        .Add("with mine as materialized (select chat_id, after_seq, last_read_seq from reading.readers")
        .Add($"where user_id = {me} and organization_id = {statement.Value(query.OrganizationId)}")
        .Add(query.Chats is { } chats ? $"and chat_id = any({statement.Value(chats.ToArray())})" : "");

    private void Words()
    {
        var terms = wanted.SelectMany((term, i) => new[]
            {
                $"{statement.Asked(language, term with { IsOpen = false })} as w{i}",
                $"{statement.Asked(language, term)} as o{i}",
                $"folded({statement.Value(term.Text)}) as f{i}",
                $"begun(folded({statement.Value(term.Text)})) as b{i}",
            })
            .Concat(unwanted.Select((term, i) => $"{statement.Asked(language, term)} as n{i}"))
            .Append("1 as one");
        var everything = wanted.Length == 0 ? "''::tsquery" : string.Join(" && ", wanted.Select((_, i) => $"o{i}"));
        statement
            .Add($"), q as materialized (select *, {everything} as everything from (select {string.Join(", ", terms)}) t")
            .Add("), hits as materialized (select * from (");
    }

    private void Hits()
    {
        statement
            .Add($"select d.chat_id, d.seq, d.said_at, {Score()} as score")
            .Add("from documents d join mine r on r.chat_id = d.chat_id and d.seq > r.after_seq")
            .Add($"where {InMine()}");
        foreach (var condition in Conditions())
        {
            statement.Add($"and {condition}");
        }

        statement.Add(") found");
        if (place.Score is { } score)
        {
            statement
                .Add("where (score, said_at, chat_id, seq) <")
                .Add($"({statement.Value(score)}, {statement.Value(At(place.SaidAt))}, {statement.Value(place.ChatId)}, {statement.Value(place.Seq)})");
        }

        statement.Add($"order by score desc, said_at desc, chat_id desc, seq desc limit {statement.Value(query.Limit)})");
    }

    // All chats in one walk of the index, with all else that is asked of it. Looking for the next chat looks at each of them, so
    // with many it is quicker to go through their messages; and so it is where nothing is asked of the index but chats.
    private string InMine() => isInMany || wanted.Length + query.Marks.Count == 0
        ? "d.chat_id = any(array(select chat_id from mine))"
        : "array[d.chat_id] && array(select chat_id from mine)";

    private IEnumerable<string> Conditions()
    {
        foreach (var condition in wanted.Select((term, i) => Says(term, i, place.Stage)))
        {
            yield return condition;
        }

        if (place.Stage > Stage.Words)
        {
            yield return $"not ({string.Join(" and ", wanted.Select((term, i) => Says(term, i, place.Stage - 1)))})";
        }

        foreach (var i in Enumerable.Range(0, unwanted.Length))
        {
            yield return $"not d.words @@ {Of($"n{i}")}";
        }

        if (query.Marks.Count > 0)
        {
            yield return $"d.marks @> {statement.Value(query.Marks.ToArray())}";
        }

        if (query.Senders is { } senders)
        {
            yield return $"d.sender_id = any({statement.Value(senders.ToArray())})";
        }

        if (query.IsUnread)
        {
            yield return $"d.seq > r.last_read_seq and d.sender_id <> {me}";
        }

        if (query.Since is { } since)
        {
            yield return $"d.said_at >= {statement.Value(since)}";
        }

        if (query.Until is { } until)
        {
            yield return $"d.said_at < {statement.Value(until)}";
        }
    }

    private static string Says(SearchTerm term, int i, Stage stage)
    {
        var words = $"d.words @@ {Of($"w{i}")}";
        return term.IsExact || term.Text.Length < 3 ? words
            : stage == Stage.Words ? term.IsOpen ? $"({words} or d.folded ~ {Of($"b{i}")})" : words
            : stage == Stage.Parts ? $"({words} or d.folded like containing({Of($"f{i}")}))"
            : $"({words} or d.folded like containing({Of($"f{i}")}) or d.folded %> {Of($"f{i}")})";
    }

    // Evaluated once, so that the index can be asked by it.
    private static string Of(string column) => $"(select {column} from q)";

    /// <summary>A month old counts two thirds of what it would now, a year old about a third.</summary>
    private string Score()
    {
        // Where nothing is asked by words, all answer equally well.
        if (query.IsNewest || wanted.Length == 0)
        {
            return "0::bigint";
        }

        var match = place.Stage == Stage.Words
            ? $"ts_rank(d.words, {Of("everything")}, 1)"
            : $"word_similarity({string.Join(" || ' ' || ", wanted.Select((_, i) => Of($"f{i}")))}, d.folded)";
        var age = $"greatest(extract(epoch from {statement.Value(At(place.AsOf))} - d.said_at)::float8, 0) / 2592000";
        return $"(1e6 * {match} * (0.3 + 0.7 / (1 + {age})))::bigint";
    }

    private void Messages() => statement
        .Add("select h.score, h.said_at, h.chat_id, h.seq, exists (")
        .Add("select from reading.messages m where m.chat_id = h.chat_id and m.seq = h.seq and not m.is_gone and not m.is_encrypted")
        .Add($"and not exists (select from reading.hidden x where x.user_id = {me} and x.chat_id = h.chat_id and x.seq = h.seq))")
        .Add("from hits h order by h.score desc, h.said_at desc, h.chat_id desc, h.seq desc");

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
