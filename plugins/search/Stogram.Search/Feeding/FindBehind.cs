using Stogram.Plugins;

namespace Stogram.Search.Feeding;

/// <summary>
/// Chats of which something is not in the index: new ones, those that went on while nobody looked, and those that were
/// deleted meanwhile. An organization with another language than before begins anew.
/// </summary>
internal sealed class FindBehind(IPluginDatabase database, IPluginSettings<SearchSettings> settings)
{
    public async Task<Guid[]> Run(Guid[] organizations, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(
            """
            with on_here as (select * from unnest($1, $2) as o (id, language)),
            anew as (
                update indexed_chats i set rev = 0, language = o.language
                from on_here o where i.organization_id = o.id and i.language <> o.language)
            (select c.id from reading.chats c join on_here o on o.id = c.organization_id
             left join indexed_chats i on i.chat_id = c.id
             where c.rev > coalesce(i.rev, 0) or i.language <> o.language order by c.active_at desc limit $3)
            union all
            (select i.chat_id from indexed_chats i join on_here o on o.id = i.organization_id
             where not exists (select from reading.chats c where c.id = i.chat_id) limit $3)
            """);
        command.Parameters.Add(new() { Value = organizations });
        command.Parameters.Add(new() { Value = organizations.Select(id => settings.For(id).Language).ToArray() });
        command.Parameters.Add(new() { Value = IndexChats.AtOnce });
        var chats = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            chats.Add(reader.GetGuid(0));
        }

        return [.. chats];
    }
}
