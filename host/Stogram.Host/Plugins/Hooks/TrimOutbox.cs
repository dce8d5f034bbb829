using Npgsql;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>
/// Deletes what every plugin that is on anywhere has read. For one that does not read, a million rows are kept, and if it
/// is in quarantine, seven days: what goes then goes unread, and the plugin is told when it reads again.
/// </summary>
internal sealed class TrimOutbox(NpgsqlDataSource database)
{
    private const long MostKept = 1_000_000;

    // The first row that is young enough is found at once, as older ones do not stay: no scan, no index on the time.
    private const string Sql =
        """
        with reading as (
          select c.plugin_id, c.outbox_id, c.ordinal, greatest($1 - $2, case when p.quarantined is not null then coalesce(
            (select id - 1 from core.outbox where happened_at >= now() - interval '7 days' order by id limit 1), $1) end) as floor
          from core.plugin_cursors c join core.plugins p on p.id = c.plugin_id
          where exists (select from core.organization_plugins o where o.plugin_id = c.plugin_id and (o.enabled or o.told))
        ), lost as (
          update core.plugin_cursors c
          set outbox_id = r.floor, ordinal = default, lost_since = coalesce(c.lost_since, (
            select o.happened_at from core.outbox o
            where o.id >= r.outbox_id and o.id <= r.floor
              and (o.id > r.outbox_id or json_array_length(o.events) > r.ordinal)
            order by o.id limit 1))
          from reading r where r.plugin_id = c.plugin_id and c.outbox_id < r.floor
        )
        delete from core.outbox where id < coalesce((select min(greatest(outbox_id, floor)) from reading), $1)
        """;

    public async Task Run(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var safe = await EventSql.SafePlace(connection, cancellation);
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new() { Value = safe });
        command.Parameters.Add(new() { Value = MostKept });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
