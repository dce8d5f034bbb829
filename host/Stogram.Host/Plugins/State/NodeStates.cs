using Npgsql;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Startup;

namespace Stogram.Host.Plugins.State;

/// <summary>What each node says of its plugins, for the administrators' page.</summary>
internal sealed class NodeStates(Node node, NpgsqlDataSource database)
{
    /// <summary>While that connection lasts, the others know that this node does.</summary>
    public Task Enter(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.Execute($"select pg_advisory_lock_shared({Lock("$1")})", cancellation, node.Name);

    /// <summary>Takes back what nodes said that were killed and could not do so themselves.</summary>
    public Task ForgetKilled(CancellationToken cancellation) =>
        database.Execute($"delete from core.plugin_nodes where pg_try_advisory_xact_lock({Lock("node")})", cancellation);

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
        command.Parameters.Add(new() { Value = plugin.Since });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>When the node stops in order.</summary>
    public Task Leave(CancellationToken cancellation) =>
        database.Execute("delete from core.plugin_nodes where node = $1", cancellation, node.Name);

    private static string Lock(string name) => $"hashtextextended('stogram.node.' || {name}, 0)";
}
