using Npgsql;

namespace Stogram.Core.Realtime;

/// <summary>A membership to look at again, or else a session.</summary>
internal sealed record ControlRow(Guid ChatId, Guid UserId, Guid? SessionId);

/// <summary>What a snapshot of the database sees, and what one before it did not.</summary>
internal sealed record ControlNews(string Snapshot, IReadOnlyList<ControlRow> Rows);

/// <summary>
/// Membership and session changes, for every node to follow. Commit order is not id order, so a place in the log is a
/// snapshot, not an id: each row is seen once, when its transaction has committed, and nobody waits for anybody.
/// </summary>
internal static class ControlLog
{
    public const string Channel = "stogram_control";

    private const string Keep = "10 minutes";

    /// <summary>Seconds; a database that takes longer is as good as gone.</summary>
    private const int Patience = 2;

    public static async Task Listen(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"listen {Channel}", connection) { CommandTimeout = Patience };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<string> Now(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_current_snapshot()::text", connection) { CommandTimeout = Patience };
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task<ControlNews> Since(NpgsqlConnection connection, string snapshot, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select s.now::text, l.chat_id, l.user_id, l.session_id
            from (select pg_current_snapshot() as now, $1::pg_snapshot as before) s
            left join core.control_log l on l.xid >= pg_snapshot_xmin(s.before)
              and pg_visible_in_snapshot(l.xid, s.now) and not pg_visible_in_snapshot(l.xid, s.before)
            """,
            connection)
        {
            CommandTimeout = Patience,
            Parameters = { new() { Value = snapshot } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<ControlRow>();
        while (await reader.ReadAsync(cancellation))
        {
            snapshot = reader.GetString(0);
            if (!reader.IsDBNull(3))
            {
                rows.Add(new(default, default, reader.GetGuid(3)));
            }
            else if (!reader.IsDBNull(1))
            {
                rows.Add(new(reader.GetGuid(1), reader.GetGuid(2), null));
            }
        }

        return new(snapshot, rows);
    }

    /// <summary>A node that is behind by more than seconds does not read old rows: it reads everything anew.</summary>
    public static async Task Trim(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"delete from core.control_log where at < now() - interval '{Keep}'", connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
