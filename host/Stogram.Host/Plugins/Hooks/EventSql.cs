using System.Text.Json;
using Npgsql;
using Stogram.Core.Storage;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>The outbox as a reader sees it.</summary>
internal static class EventSql
{
    public const int Batch = 200;

    private const string Lock = "hashtextextended('stogram.events.' || $1, 0)";

    public static async Task<bool> Take(NpgsqlConnection connection, string pluginId, CancellationToken cancellation) =>
        (bool)(await Scalar(connection, $"select pg_try_advisory_lock({Lock})", cancellation, pluginId))!;

    public static async Task Release(NpgsqlConnection connection, string pluginId)
    {
        if (connection.State == System.Data.ConnectionState.Open)
        {
            await Scalar(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None, pluginId);
        }
    }

    public static async Task<Place> Place(NpgsqlConnection connection, string pluginId, CancellationToken cancellation)
    {
        await using var command = Command(connection, "select outbox_id, ordinal from core.plugin_cursors where plugin_id = $1", pluginId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetInt64(0), reader.GetInt32(1)) : default;
    }

    public static async Task<bool> HasMore(NpgsqlConnection connection, long row, CancellationToken cancellation) =>
        (bool)(await Scalar(connection, "select exists (select from core.outbox where id > $1)", cancellation, row))!;

    /// <summary>Up to here nothing can come any more: all who had taken a lower id have committed or given up.</summary>
    public static async Task<long> SafePlace(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            // One transaction, so that a broken connection leaves nobody locked out; each statement with its own snapshot.
            BatchCommands = { new(Outbox.StopTurns), new("select coalesce(max(id), 0) from core.outbox") },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetInt64(0);
    }

    public static async Task<List<OutboxEvent>> Events(
        NpgsqlConnection connection, string pluginId, Place place, long safe, CancellationToken cancellation)
    {
        await using var command = Command(
            connection,
            $"""
             select o.id, e.ordinal::int, coalesce(p.enabled and o.id > p.enabled_after, false), e.event::text
             from core.outbox o
             cross join lateral json_array_elements(o.events) with ordinality as e (event, ordinal)
             left join core.organization_plugins p
               on p.plugin_id = $1 and p.organization_id = (e.event ->> 'organization_id')::uuid
             where o.id >= $2 and o.id <= $4 and (o.id > $2 or e.ordinal > $3)
             order by o.id, e.ordinal limit {Batch}
             """,
            pluginId, place.Row, place.Ordinal, safe);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<OutboxEvent>();
        while (await reader.ReadAsync(cancellation))
        {
            var json = reader.GetString(3);
            events.Add(new(
                new(reader.GetInt64(0), reader.GetInt32(1)), reader.GetBoolean(2), json,
                ContractEvents.Of(JsonSerializer.Deserialize(json, OutboxJson.Default.OutboxRow)!)));
        }

        return events;
    }

    /// <summary>Never back: where unread events were deleted, the place is after them already.</summary>
    public static async Task Save(NpgsqlConnection connection, string pluginId, Place place) =>
        await Scalar(
            connection,
            """
            insert into core.plugin_cursors as c (plugin_id, outbox_id, ordinal) values ($1, $2, $3)
            on conflict (plugin_id) do update set outbox_id = $2, ordinal = $3 where (c.outbox_id, c.ordinal) < ($2, $3)
            """,
            CancellationToken.None, pluginId, place.Row, place.Ordinal);

    /// <summary>When the first event happened that was deleted before the plugin had read it; null if none was.</summary>
    public static async Task<DateTimeOffset?> LostSince(
        NpgsqlConnection connection, string pluginId, CancellationToken cancellation) =>
        await Scalar(connection, "select lost_since from core.plugin_cursors where plugin_id = $1", cancellation, pluginId)
            is DateTime since
            ? since
            : null;

    public static async Task Told(NpgsqlConnection connection, string pluginId, DateTimeOffset since) =>
        await Scalar(
            connection, "update core.plugin_cursors set lost_since = null where plugin_id = $1 and lost_since = $2",
            CancellationToken.None, pluginId, since);

    private static async Task<object?> Scalar(
        NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
