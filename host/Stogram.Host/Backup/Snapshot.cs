using System.Data;
using Npgsql;

namespace Stogram.Host.Backup;

/// <summary>One moment of a database, held open: everything asked of it is of that moment.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    /// <summary>Of a row <c>f</c> of <c>core.files</c>; what is restored may be older than the column.</summary>
    public const string InBucket = "coalesce((to_jsonb(f) ->> 'in_bucket')::boolean, false)";

    private readonly NpgsqlConnection _connection;

    private Snapshot(NpgsqlConnection connection) => _connection = connection;

    public int Server => _connection.PostgreSqlVersion.Major;

    public static async Task<Snapshot> Take(string connectionString, CancellationToken cancellation)
    {
        var session = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            CommandTimeout = 0,
            Options = "-c idle_in_transaction_session_timeout=0 -c statement_timeout=0",
        };
        var connection = new NpgsqlConnection(session.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var snapshot = new Snapshot(connection);
            await snapshot.List<int>("select 1", cancellation);
            return snapshot;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Its name, by which pg_dump joins it.</summary>
    public async Task<string> Export(CancellationToken cancellation) =>
        (await List<string>("select pg_export_snapshot()", cancellation))[0];

    public Task<List<string>> Schemas(CancellationToken cancellation) =>
        List<string>(@"select nspname::text from pg_namespace where nspname like 'plugin\_%' order by nspname", cancellation);

    public Task<List<string>> Migrations(CancellationToken cancellation) =>
        List<string>("""select "MigrationId" from core.migrations order by 1""", cancellation);

    public async Task<SortedDictionary<string, long>> Count(CancellationToken cancellation)
    {
        var tables = await List<string>(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname <> 'information_schema' and schemaname not like 'pg\_%'
            """,
            cancellation);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            counts[table] = (await List<long>($"select count(*) from {table}", cancellation))[0];
        }

        return counts;
    }

    public async IAsyncEnumerable<(string Path, long Size)> Files(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select path, size from core.files f where not {InBucket}", _connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return (reader.GetString(0), reader.GetInt64(1));
        }
    }

    /// <summary>Those that lie in a bucket, which a backup of this machine does not hold.</summary>
    public async Task<(long Files, long Bytes)> Bucketed(CancellationToken cancellation)
    {
        var row = await List<long>(
            $"select unnest(array[count(*), coalesce(sum(size), 0)::bigint]) from core.files f where {InBucket}", cancellation);
        return (row[0], row[1]);
    }

    /// <summary>Chats whose messages are not numbered from 1 to <c>last_seq</c> without a gap.</summary>
    public Task<List<Guid>> ChatsWithGaps(CancellationToken cancellation) =>
        List<Guid>(
            """
            select c.id from core.chats c
            left join (select chat_id, count(*) as messages, min(seq) as first, max(seq) as last from core.messages group by chat_id) m
              on m.chat_id = c.id
            where c.last_seq <> coalesce(m.messages, 0) or (c.last_seq > 0 and (m.first <> 1 or m.last <> c.last_seq))
            """,
            cancellation);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<List<T>> List<T>(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var list = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            list.Add(reader.GetFieldValue<T>(0));
        }

        return list;
    }
}
