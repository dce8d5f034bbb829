using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Data;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>What is to be done, in the database.</summary>
internal sealed class JobStore(NpgsqlDataSource database, TimeProvider time)
{
    public const int MostWaiting = 10_000;

    // How many of an organization's jobs are given to the scheduler at once; the rest follows as it falls due.
    private const int Batch = 500;

    /// <summary>Null where it is there already, or where too many wait.</summary>
    public async Task<WaitingJob?> Add(JobKey key, string name, JsonElement payload, DateTimeOffset dueAt, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            insert into core.plugin_jobs (plugin_id, organization_id, id, name, due_at, created_at, payload, state)
            select $1, $2, $3, $4, $5, $6, $7, 'WAITING'
            where (select count(*) from (
              select from core.plugin_jobs where plugin_id = $1 and organization_id = $2 and state = 'WAITING' limit $8) as waiting) < $8
            on conflict do nothing
            returning turn, due_at
            """, key.PluginId, key.OrganizationId, key.Id, name, dueAt.ToUniversalTime(), time.GetUtcNow());
        command.Parameters.Add(new() { Value = payload.GetRawText(), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = MostWaiting });
        return (await JobSql.Waiting(command, key, cancellation)).SingleOrDefault();
    }

    public async Task<bool> Exists(JobKey key, CancellationToken cancellation)
    {
        await using var command = database.Command(
            "select true from core.plugin_jobs where plugin_id = $1 and organization_id = $2 and id = $3", key.PluginId, key.OrganizationId, key.Id);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>What runs by the clock is as the manifest says; a new time holds from now on.</summary>
    public async Task KeepRecurring(string pluginId, Guid organizationId, IReadOnlyList<(string Name, string Cron, DateTimeOffset Next)> recurring, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            with gone as (
              delete from core.plugin_jobs where plugin_id = $1 and organization_id = $2 and cron is not null and name <> all ($3)
            )
            insert into core.plugin_jobs as j (plugin_id, organization_id, id, name, cron, state, due_at, created_at)
            select $1, $2, gen_random_uuid(), name, cron, 'WAITING', due, $6 from unnest($3, $4, $5) as wanted (name, cron, due)
            on conflict (plugin_id, organization_id, name) where cron is not null do update
            set cron = excluded.cron, due_at = excluded.due_at, turn = j.turn + 1
            where j.cron <> excluded.cron and j.state = 'WAITING'
            """,
            pluginId, organizationId, recurring.Select(one => one.Name).ToArray(), recurring.Select(one => one.Cron).ToArray(),
            recurring.Select(one => one.Next).ToArray(), time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<IReadOnlyList<WaitingJob>> WaitingFor(string pluginId, Guid organizationId, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select turn, due_at, id from core.plugin_jobs
            where plugin_id = $1 and organization_id = $2 and state = 'WAITING' order by due_at limit $3
            """, pluginId, organizationId, Batch);
        return await JobSql.Waiting(command, new(pluginId, organizationId, default), cancellation);
    }

    /// <summary>What should have run and did not: its node is gone, or it was never given to the scheduler.</summary>
    public async Task<IReadOnlyList<WaitingJob>> Overdue(string pluginId, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            with lost as (
              update core.plugin_jobs set state = 'WAITING', error = 'Its node ended while it ran.'
              where plugin_id = $1 and state = 'RUNNING' and seen_at < $2 - interval '15 seconds'
              returning turn, due_at, id, organization_id
            )
            select * from lost
            union all
            (select turn, due_at, id, organization_id from core.plugin_jobs
             where plugin_id = $1 and state = 'WAITING' and due_at < $2 - interval '10 seconds' order by due_at limit $3)
            """, pluginId, time.GetUtcNow(), Batch);
        return await JobSql.Waiting(command, new(pluginId, default, default), cancellation);
    }

    /// <summary>How a job is that somebody wants to change, until the transaction of that connection ends. Null where there is none.</summary>
    public static async Task<HeldJob?> Hold(NpgsqlConnection connection, JobKey key, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            "select name, state, cancelled from core.plugin_jobs where plugin_id = $1 and organization_id = $2 and id = $3 for update",
            key.PluginId, key.OrganizationId, key.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)) : null;
    }

    /// <summary>At once: what waits or has failed. Null where there is no such job, or it runs.</summary>
    public async Task<WaitingJob?> Again(NpgsqlConnection connection, JobKey key, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            """
            update core.plugin_jobs
            set state = 'WAITING', turn = turn + 1, due_at = $4, attempt = case when state = 'WAITING' then attempt else 0 end
            where plugin_id = $1 and organization_id = $2 and id = $3 and state in ('WAITING', 'FAILED', 'CANCELLED')
            returning turn, due_at
            """, key.PluginId, key.OrganizationId, key.Id, time.GetUtcNow());
        return (await JobSql.Waiting(command, key, cancellation)).SingleOrDefault();
    }

    public async Task<bool> Cancel(JobKey key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Cancel(connection, key, cancellation);
    }

    /// <summary>What waits is cancelled, what runs is asked to end. What runs by the clock waits for its next time.</summary>
    public async Task<bool> Cancel(NpgsqlConnection connection, JobKey key, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            """
            update core.plugin_jobs
            set state = case when state = 'WAITING' then 'CANCELLED' else state end, cancelled = state = 'RUNNING',
                finished_at = case when state = 'WAITING' then $4 else finished_at end
            where plugin_id = $1 and organization_id = $2 and id = $3 and (state = 'RUNNING' or state = 'WAITING' and cron is null)
            """, key.PluginId, key.OrganizationId, key.Id, time.GetUtcNow());
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>What is over is shown for a day, what failed for a month.</summary>
    public async Task Trim(CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            delete from core.plugin_jobs
            where state in ('DONE', 'CANCELLED') and finished_at < $1 - interval '1 day' or state = 'FAILED' and finished_at < $1 - interval '30 days'
            """, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
