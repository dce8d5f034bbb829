using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Stogram.Load.References;

/// <summary>What the same PostgreSQL does with inserts alone: prepared, through the same driver, 16 connections.</summary>
internal sealed class Commits(NpgsqlDataSource database)
{
    private const int Connections = 16;

    private const string Words = "I have put the kettle on; come over when the rain stops.";

    public async Task Prepare(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            create schema bench;
            create table bench.rows (
              id uuid primary key, chat_id uuid not null, sender_id uuid not null, content text not null, created_at timestamptz not null)
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Rows per second, each committed by itself.</summary>
    public Task<double> Single(TimeSpan time, CancellationToken cancellation) => Run(1, time, cancellation);

    /// <summary>Rows per second, a hundred to a commit.</summary>
    public Task<double> Hundred(TimeSpan time, CancellationToken cancellation) => Run(100, time, cancellation);

    private async Task<double> Run(int rows, TimeSpan time, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var inserted = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Insert(rows, time, cancellation)));
        return inserted.Sum() / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private async Task<long> Insert(int rows, TimeSpan time, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            rows == 1
                ? "insert into bench.rows values ($1, $2, $3, $4, now())"
                : "insert into bench.rows select id, $2, $3, $4, now() from unnest($1) as id", connection);
        var id = new NpgsqlParameter { NpgsqlDbType = rows == 1 ? NpgsqlDbType.Uuid : NpgsqlDbType.Uuid | NpgsqlDbType.Array };
        command.Parameters.Add(id);
        command.Parameters.Add(new() { Value = Guid.NewGuid() });
        command.Parameters.Add(new() { Value = Guid.NewGuid() });
        command.Parameters.Add(new() { Value = Words });
        await command.PrepareAsync(cancellation);
        var inserted = 0L;
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < time; inserted += rows)
        {
            id.Value = rows == 1 ? Guid.CreateVersion7() : Enumerable.Range(0, rows).Select(_ => Guid.CreateVersion7()).ToArray();
            await command.ExecuteNonQueryAsync(cancellation);
        }

        return inserted;
    }
}
