using Npgsql;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>Deletes what every plugin that is on anywhere has read, and what is too much to keep for one that has not.</summary>
internal sealed class TrimOutbox(NpgsqlDataSource database)
{
    private const long MostKept = 1_000_000;

    public async Task Run(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var safe = await EventSql.SafePlace(connection, cancellation);
        await using var command = new NpgsqlCommand(
            """
            delete from core.outbox where id <= greatest($1 - $2, coalesce(
              (select min(c.outbox_id) from core.plugin_cursors c
               where exists (select from core.organization_plugins o where o.plugin_id = c.plugin_id and (o.enabled or o.told))), $1))
            """, connection);
        command.Parameters.Add(new() { Value = safe });
        command.Parameters.Add(new() { Value = MostKept });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
