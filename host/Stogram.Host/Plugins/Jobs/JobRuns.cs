using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Startup;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>What runs and how it went, in the database. A run that has lost its job writes nothing.</summary>
internal sealed class JobRuns(NpgsqlDataSource database, Node node, TimeProvider time)
{
    /// <summary>Takes it to run it. Null where its turn is over, or somebody runs it who was heard of lately.</summary>
    public async Task<ClaimedJob?> Claim(JobKey key, int turn, CancellationToken cancellation)
    {
        var run = Guid.NewGuid();
        await using var command = database.Command(
            """
            update core.plugin_jobs
            set state = 'RUNNING', run = $5, node = $6, attempt = attempt + 1, started_at = $7, seen_at = $7, share = null, note = null, cancelled = false
            where plugin_id = $1 and organization_id = $2 and id = $3 and turn = $4
              and (state = 'WAITING' or state = 'RUNNING' and seen_at < $7 - interval '10 seconds')
            returning name, cron, payload::text, attempt
            """, key.PluginId, key.OrganizationId, key.Id, turn, run, node.Name, time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(key, run, reader.GetString(0), reader.Text(1), JsonElement.Parse(reader.GetString(2)), reader.GetInt32(3))
            : null;
    }

    /// <summary>Null where it is no longer this run's; else whether somebody asked to cancel it.</summary>
    public async Task<bool?> Beat(ClaimedJob job, double? share, string? note, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            update core.plugin_jobs set seen_at = $5, share = $6, note = $7
            where plugin_id = $1 and organization_id = $2 and id = $3 and run = $4 and state = 'RUNNING'
            returning cancelled
            """, job.Key.PluginId, job.Key.OrganizationId, job.Key.Id, job.Run, time.GetUtcNow());
        command.Parameters.Add(new() { Value = (object?)(float?)share ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Real });
        command.Text(note);
        return await command.ExecuteScalarAsync(cancellation) as bool?;
    }

    /// <summary>It is over for good.</summary>
    public async Task End(ClaimedJob job, string state, string? error, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            update core.plugin_jobs set state = $5, finished_at = $6, error = $7, share = case when $5 = 'DONE' then 1 else share end
            where plugin_id = $1 and organization_id = $2 and id = $3 and run = $4
            """, job.Key.PluginId, job.Key.OrganizationId, job.Key.Id, job.Run, state, time.GetUtcNow());
        command.Text(error);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>It waits again: for another try, or for its next time.</summary>
    public async Task<WaitingJob?> PutBack(ClaimedJob job, DateTimeOffset dueAt, int attempt, string? error, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            update core.plugin_jobs
            set state = 'WAITING', turn = turn + 1, due_at = $5, attempt = $6, finished_at = $7, error = $8
            where plugin_id = $1 and organization_id = $2 and id = $3 and run = $4
            returning turn, due_at
            """, job.Key.PluginId, job.Key.OrganizationId, job.Key.Id, job.Run, dueAt.ToUniversalTime(), attempt, time.GetUtcNow());
        command.Text(error);
        return (await JobSql.Waiting(command, job.Key, cancellation)).SingleOrDefault();
    }
}
