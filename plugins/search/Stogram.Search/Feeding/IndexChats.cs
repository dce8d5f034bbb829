using Stogram.Plugins;

namespace Stogram.Search.Feeding;

/// <summary>
/// Takes what has changed in some chats since they were last read. Where a chat is read to follows in the same statement,
/// so an end at any moment, or another node, neither loses nor repeats anything.
/// </summary>
internal sealed class IndexChats(IPluginDatabase database, IPluginSettings<SearchSettings> settings)
{
    public const int AtOnce = 100;

    private const int OfEach = 200;

    private const string Know =
        """
        insert into indexed_chats (chat_id, organization_id, language)
        select c.id, c.organization_id, o.language
        from reading.chats c join unnest($2, $3) as o (id, language) on o.id = c.organization_id
        where c.id = any($1)
        on conflict do nothing
        """;

    // A chat's lock may be waited for; what was read before it was given is older then, and is not written over what
    // whoever had it has read: they have moved rev.
    private const string Take =
        """
        with locked as materialized (
            select chat_id, rev, language from indexed_chats where chat_id = any($1) order by chat_id for update),
        here as materialized (
            select l.*, c.rev as upto from locked l left join reading.chats c on c.id = l.chat_id),
        changed as materialized (
            select m.*, h.language from here h cross join lateral (
                select * from sayings(h.chat_id) s where s.rev > h.rev order by s.rev limit $2) m),
        silent as (delete from documents d using changed c where not c.speaks and d.chat_id = c.chat_id and d.seq = c.seq),
        deleted as (delete from documents d using here h where h.upto is null and d.chat_id = h.chat_id),
        kept as (
            insert into documents
            select chat_id, seq, organization_id, rev, sender_id, created_at, words_of(language, said), folded(said), marks
            from changed c cross join lateral (select concat_ws(' ', c.text, translate(c.names, '._-', '   '), c.names)) as x (said)
            where c.speaks
            on conflict (chat_id, seq) do update set rev = excluded.rev, words = excluded.words, folded = excluded.folded, marks = excluded.marks),
        counted as (select chat_id, count(*) as messages, max(rev) as last from changed group by chat_id),
        moved as (
            update indexed_chats i set rev = greatest(i.rev, case when c.messages = $2 then c.last else h.upto end)
            from here h left join counted c using (chat_id) where i.chat_id = h.chat_id and h.upto is not null),
        forgotten as (delete from indexed_chats i using here h where i.chat_id = h.chat_id and h.upto is null)
        select chat_id from counted where messages = $2
        """;

    /// <summary>Those of which there is more to take.</summary>
    public async Task<Guid[]> Run(Guid[] organizations, Guid[] chats, CancellationToken cancellation)
    {
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(new(Know)
        {
            Parameters =
            {
                new() { Value = chats },
                new() { Value = organizations },
                new() { Value = organizations.Select(id => settings.For(id).Language).ToArray() },
            },
        });
        batch.BatchCommands.Add(new(Take) { Parameters = { new() { Value = chats }, new() { Value = OfEach } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var unfinished = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            unfinished.Add(reader.GetGuid(0));
        }

        return [.. unfinished];
    }
}
