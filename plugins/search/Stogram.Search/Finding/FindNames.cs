using Stogram.Plugins;

namespace Stogram.Search.Finding;

/// <summary>Chats that somebody is in and people they may know of, by any part of a name.</summary>
internal sealed class FindNames(IPluginDatabase database)
{
    public const int AtMost = 5;

    private const string ChatSql =
        """
        with mine as materialized (select chat_id from reading.readers where user_id = $1 and organization_id = $2)
        select c.id, c.kind, c.name from mine join reading.chats c on c.id = mine.chat_id
        where c.name is not null and folded(c.name) like containing(folded($3))
        order by c.active_at desc, c.id limit $4
        """;

    private const string PersonSql =
        """
        select p.id, p.username, p.display_name from reading.people p
        where p.viewer_id = $1 and p.organization_id = $2
          and (folded(p.display_name) like containing(folded($3)) or p.username ilike containing(ltrim($3, '@')))
        order by not (folded(p.display_name) ^@ folded($3)), p.display_name, p.id limit $4
        """;

    public Task<List<ChatHit>> Chats(PluginCaller caller, string name, CancellationToken cancellation) => Read(
        ChatSql, caller, name, row => new ChatHit(row.GetGuid(0), row.GetString(1), row.GetString(2)), cancellation);

    public Task<List<PersonHit>> People(PluginCaller caller, string name, CancellationToken cancellation) => Read(
        PersonSql, caller, name, row => new PersonHit(row.GetGuid(0), row.GetString(1), row.GetString(2)), cancellation);

    private async Task<List<T>> Read<T>(
        string sql, PluginCaller caller, string name, Func<Npgsql.NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = caller.UserId });
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = AtMost });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(row(reader));
        }

        return found;
    }
}
