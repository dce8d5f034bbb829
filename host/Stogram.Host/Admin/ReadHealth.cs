using Npgsql;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Jobs;
using Stogram.Host.Plugins.State;
using Stogram.Host.Startup;

namespace Stogram.Host.Admin;

/// <param name="Calls">Since the plugin was started, on each node; likewise Errors.</param>
/// <param name="P50">Milliseconds, of the last five to ten minutes; null where nothing was called. Likewise P95 and P99.</param>
/// <param name="Allocated">Bytes, of all calls and what they left running; most is garbage at once.</param>
public sealed record CostView(string Hook, long Calls, long Errors, double? P50, double? P95, double? P99, long Allocated);

/// <param name="Node">Who answers: the log and what lingers are its own.</param>
/// <param name="Nodes">How many run it: what it costs is added up over them.</param>
/// <param name="Behind">Transactions whose events it has not read, counted up to 10,000; null where it reads none.</param>
/// <param name="DeadLetters">Events that were put aside.</param>
/// <param name="Lingering">Versions or activations that are off and still in memory.</param>
/// <param name="Log">Its last lines, oldest first; empty for those who are not operators: they are of all organizations.</param>
public sealed record HealthView(
    string Node, int Nodes, IReadOnlyList<CostView> Costs, long? Behind, long WaitingJobs, long FailedJobs, long DeadLetters, int Lingering, IReadOnlyList<string> Log);

/// <summary>What a plugin costs and what it is behind with.</summary>
internal sealed class ReadHealth(InstalledPlugins plugins, CostRows costs, NpgsqlDataSource database, Node node)
{
    public async Task<Outcome<HealthView>> Run(Caller caller, string id, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (plugins.Find(id) is not { } plugin)
        {
            return Refusal.NotFound;
        }

        var shared = (await costs.Read([plugin], cancellation)).GetValueOrDefault(id) ?? new([], 0);
        await using var command = database.Command(
            """
            select
              (select (select count(*) from (select from core.outbox o where o.id > c.outbox_id limit 10000) as unread)
               from core.plugin_cursors c where c.plugin_id = $1),
              (select count(*) from core.plugin_jobs where plugin_id = $1 and organization_id = any($2) and state = 'WAITING' and cron is null),
              (select count(*) from core.plugin_jobs where plugin_id = $1 and organization_id = any($2) and state = 'FAILED'),
              (select count(*) from core.plugin_dead_letters where plugin_id = $1)
            """, id, JobKey.Of(caller));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var activation = plugin.Activation;
        return new HealthView(
            node.Name, shared.Nodes,
            [.. shared.Hooks.Where(cost => cost.Calls > 0).Select(cost => new CostView(cost.Hook, cost.Calls, cost.Errors, cost.Percentile(0.5), cost.Percentile(0.95), cost.Percentile(0.99), cost.Allocated))],
            activation is null || reader.IsDBNull(0) ? null : reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3),
            plugin.Left.Count(one => one.IsAlive), caller.IsOperator ? activation?.Log.Read() ?? [] : []);
    }
}
