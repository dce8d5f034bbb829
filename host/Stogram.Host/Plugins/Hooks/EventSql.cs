using Npgsql;
using Stogram.Core.Storage;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>A row of the outbox, and whether the plugin was on for its organization when it was written.</summary>
internal sealed record OutboxEvent(long Id, bool IsWanted, IChatEvent? Event);

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

    public static async Task<long> Place(NpgsqlConnection connection, string pluginId, CancellationToken cancellation) =>
        await Scalar(connection, "select outbox_id from core.plugin_cursors where plugin_id = $1", cancellation, pluginId) as long? ?? 0;

    public static async Task<bool> HasMore(NpgsqlConnection connection, long place, CancellationToken cancellation) =>
        (bool)(await Scalar(connection, "select exists (select from core.outbox where id > $1)", cancellation, place))!;

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
        NpgsqlConnection connection, string pluginId, long place, long safe, CancellationToken cancellation)
    {
        await using var command = Command(
            connection,
            $"""
             select o.id, coalesce(p.enabled and o.id > p.enabled_after, false), o.kind, o.organization_id, o.chat_id, o.user_id, o.message_id, o.seq
             from core.outbox o
             left join core.organization_plugins p on p.plugin_id = $1 and p.organization_id = o.organization_id
             where o.id > $2 and o.id <= $3 order by o.id limit {Batch}
             """,
            pluginId, place, safe);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<OutboxEvent>();
        while (await reader.ReadAsync(cancellation))
        {
            events.Add(new(reader.GetInt64(0), reader.GetBoolean(1), Event(reader)));
        }

        return events;
    }

    public static async Task Save(NpgsqlConnection connection, string pluginId, long place) =>
        await Scalar(
            connection,
            """
            insert into core.plugin_cursors (plugin_id, outbox_id) values ($1, $2)
            on conflict (plugin_id) do update set outbox_id = $2
            """,
            CancellationToken.None, pluginId, place);

    private static IChatEvent? Event(NpgsqlDataReader row)
    {
        var (organizationId, chatId, userId) = (row.GetGuid(3), row.GetGuid(4), row.GetGuid(5));
        return row.GetString(2) switch
        {
            nameof(ChatCreated) => new ChatCreated { OrganizationId = organizationId, ChatId = chatId, UserId = userId },
            nameof(MemberJoined) => new MemberJoined { OrganizationId = organizationId, ChatId = chatId, UserId = userId },
            nameof(MemberLeft) => new MemberLeft { OrganizationId = organizationId, ChatId = chatId, UserId = userId },
            nameof(MessagePosted) => new MessagePosted
            {
                OrganizationId = organizationId, ChatId = chatId, SenderId = userId, MessageId = row.GetGuid(6), Seq = row.GetInt64(7),
            },
            // Written by a newer node of the cluster.
            _ => null,
        };
    }

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
