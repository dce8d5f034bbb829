using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Startup;

namespace Stogram.Host.Plugins.State;

/// <summary>What a plugin's hooks cost, added up over the nodes that run it.</summary>
internal sealed record SharedCosts(IReadOnlyList<HookCost> Hooks, int Nodes)
{
    /// <summary>p95 of the slowest hook, in milliseconds.</summary>
    public double? Slowest => Hooks.Max(hook => hook.Percentile(0.95));
}

/// <summary>Tells the other nodes what plugins cost on this one, and adds what they say to its own.</summary>
internal sealed class CostRows(Node node, NpgsqlDataSource database, TimeProvider time)
{
    // A node that was killed says nothing any more.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    public async Task Tell(IEnumerable<Activation> running, CancellationToken cancellation)
    {
        foreach (var activation in running)
        {
            await using var command = database.Command(
                """
                insert into core.plugin_costs (plugin_id, node, at, hooks) values ($1, $2, $3, $4)
                on conflict (plugin_id, node) do update set at = $3, hooks = $4
                """, activation.Id, node.Id, time.GetUtcNow());
            command.Parameters.Add(new()
            {
                Value = JsonSerializer.Serialize([.. activation.Costs.Read()], PluginJson.Default.HookCostArray),
                NpgsqlDbType = NpgsqlDbType.Jsonb,
            });
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await database.Execute("delete from core.plugin_costs where at < $1", cancellation, time.GetUtcNow() - (20 * Fresh));
    }

    /// <summary>By plugin; this node's are of this moment, the others' a few seconds old.</summary>
    public async Task<IReadOnlyDictionary<string, SharedCosts>> Read(IEnumerable<InstalledPlugin> plugins, CancellationToken cancellation)
    {
        var said = new List<(string Plugin, IReadOnlyList<HookCost> Hooks)>();
        await using (var command = database.Command(
            "select plugin_id, hooks::text from core.plugin_costs where node <> $1 and at > $2", node.Id, time.GetUtcNow() - Fresh))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                said.Add((reader.GetString(0), JsonSerializer.Deserialize(reader.GetString(1), PluginJson.Default.HookCostArray)!));
            }
        }

        said.AddRange(plugins.Where(plugin => plugin.Activation is not null).Select(plugin => (plugin.Id, plugin.Activation!.Costs.Read())));
        return said.GroupBy(one => one.Plugin).ToDictionary(
            one => one.Key, one => new SharedCosts(HookCost.Sum(one.SelectMany(row => row.Hooks)), one.Count()));
    }

    public Task Leave(CancellationToken cancellation) =>
        database.Execute("delete from core.plugin_costs where node = $1", cancellation, node.Id);
}
