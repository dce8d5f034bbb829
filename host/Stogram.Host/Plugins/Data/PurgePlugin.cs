using Npgsql;

namespace Stogram.Host.Plugins.Data;

/// <summary>Everything a plugin kept: its schema, its role, its settings in every organization. Nothing brings it back but a backup.</summary>
internal sealed class PurgePlugin(NpgsqlDataSource database)
{
    private static readonly TimeSpan OthersTime = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task Run(string pluginId, CancellationToken cancellation)
    {
        await OthersLetGo(pluginId, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await MakeSchema.Execute(connection, $"select pg_advisory_xact_lock(hashtextextended('stogram.plugin.{pluginId}', 0))", cancellation);
        // A node that was killed while it held them, or a call that never returned.
        await MakeSchema.Execute(
            connection,
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'stogram plugin {pluginId}'",
            cancellation);
        await MakeSchema.Execute(connection, $"drop schema if exists \"{PluginNames.Schema(pluginId)}\" cascade", cancellation);
        var role = PluginNames.Role(connection.Database, pluginId);
        await MakeSchema.Execute(
            connection,
            $"""
             do $$ begin
               if exists (select from pg_roles where rolname = '{role}') then
                 drop owned by "{role}" cascade;
                 drop role "{role}";
               end if;
             end $$
             """,
            cancellation);
        foreach (var table in new[] { "plugin_migrations", "plugin_cursors", "plugin_dead_letters", "plugin_nodes", "plugin_costs", "plugin_jobs", "chat_plugin_settings", "organization_plugins" })
        {
            await MakeSchema.Execute(connection, $"delete from core.{table} where plugin_id = '{pluginId}'", cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    // A node that is gone for good never says so: after a while it is done without them.
    private async Task OthersLetGo(string pluginId, CancellationToken cancellation)
    {
        var end = DateTime.UtcNow + OthersTime;
        while (DateTime.UtcNow < end)
        {
            await using var command = database.Command(
                "select exists (select from core.plugin_nodes where plugin_id = $1 and state in ('RUNNING', 'DRAINING', 'STOPPING', 'STARTING', 'MIGRATING'))", pluginId);
            if (await command.ExecuteScalarAsync(cancellation) is false)
            {
                return;
            }

            await Task.Delay(Look, cancellation);
        }
    }
}
