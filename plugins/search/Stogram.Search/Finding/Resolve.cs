using Stogram.Plugins;

namespace Stogram.Search.Finding;

/// <summary>Looks up whom and which chats somebody means, among those that they may know of.</summary>
internal sealed class Resolve(IPluginDatabase database)
{
    private const string ChatSql =
        """
        select c.id from reading.readers r join reading.chats c on c.id = r.chat_id
        left join reading.people o on o.viewer_id = $1 and o.id in (c.low_user_id, c.high_user_id) and (o.id <> $1 or c.low_user_id = c.high_user_id)
        where r.user_id = $1 and r.organization_id = $2
          and (c.id = $4 or lower(c.name) = lower($3) or lower(o.username) = ltrim(lower($3), '@') or lower(o.display_name) = lower($3))
        """;

    // Whoever left has no name any more, and is still meant by their id.
    private const string PersonSql =
        """
        select p.id from reading.people p where p.viewer_id = $1 and p.organization_id = $2
          and (lower(p.username) = ltrim(lower($3), '@') or lower(p.display_name) = lower($3))
        union select $4 where $4 is not null
        """;

    /// <summary>Null if one of them is nothing the caller may know of.</summary>
    public Task<Guid[]?> Chats(PluginCaller caller, IReadOnlyList<string> names, CancellationToken cancellation) =>
        Find(ChatSql, caller, names, cancellation);

    public Task<Guid[]?> People(PluginCaller caller, IReadOnlyList<string> names, CancellationToken cancellation) =>
        Find(PersonSql, caller, [.. names.Select(name => name.Equals("me", StringComparison.OrdinalIgnoreCase) ? $"{caller.UserId}" : name)], cancellation);

    private async Task<Guid[]?> Find(string sql, PluginCaller caller, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var found = new HashSet<Guid>();
        foreach (var name in names)
        {
            await using var command = database.Source.CreateCommand(sql);
            command.Parameters.Add(new() { Value = caller.UserId });
            command.Parameters.Add(new() { Value = caller.OrganizationId });
            command.Parameters.Add(new() { Value = name });
            command.Parameters.Add(new() { Value = Guid.TryParse(name, out var id) ? id : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var isKnown = false;
            while (await reader.ReadAsync(cancellation))
            {
                isKnown = true;
                found.Add(reader.GetGuid(0));
            }

            if (!isKnown)
            {
                return null;
            }
        }

        return [.. found];
    }
}
