using Npgsql;
using Stogram.Host.Startup;

namespace Stogram.Host.Plugins.State;

/// <summary>What each node says of its plugins, for the administrators' page.</summary>
internal sealed class NodeStates(Node node, NpgsqlDataSource database, TimeProvider time)
{
    public async Task Report(InstalledPlugin plugin, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into core.plugin_nodes (plugin_id, node, version, state, reason, since) values ($1, $2, $3, $4, $5, $6)
            on conflict (plugin_id, node) do update set version = $3, state = $4, reason = $5, since = $6
            """);
        command.Parameters.Add(new() { Value = plugin.Id });
        command.Parameters.Add(new() { Value = node.Name });
        command.Parameters.Add(new() { Value = plugin.Package.Info.Version });
        command.Parameters.Add(new() { Value = plugin.State.Word() });
        command.Parameters.Add(new() { Value = (object?)plugin.Reason ?? DBNull.Value });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>When the node stops in order; one that was killed is told apart by its age.</summary>
    public async Task Leave(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from core.plugin_nodes where node = $1");
        command.Parameters.Add(new() { Value = node.Name });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
