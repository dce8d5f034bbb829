using Npgsql;

namespace Stogram.Host.Plugins.Data;

/// <summary>
/// A schema of the plugin's own, owned by a role without rights elsewhere: a guard against mistakes, not against
/// hostile code. Where the server may not make roles (a managed database), the schema alone.
/// </summary>
internal static class MakeSchema
{
    /// <summary>The role to act as, or null where there is none. Runs in the caller's transaction.</summary>
    public static async Task<string?> Run(NpgsqlConnection connection, string pluginId, ILogger log, CancellationToken cancellation)
    {
        var schema = PluginNames.Schema(pluginId);
        var role = PluginNames.Role(connection.Database, pluginId);
        if (await MakeRole(connection, role, log, cancellation))
        {
            await Execute(connection, $"create schema if not exists \"{schema}\" authorization \"{role}\"", cancellation);
            return role;
        }

        await Execute(connection, $"create schema if not exists \"{schema}\"", cancellation);
        return null;
    }

    private static async Task<bool> MakeRole(NpgsqlConnection connection, string role, ILogger log, CancellationToken cancellation)
    {
        try
        {
            await Execute(
                connection,
                $"""
                 do $$ begin
                   if not exists (select from pg_roles where rolname = '{role}') then
                     create role "{role}" nologin;
                   end if;
                 exception when duplicate_object or unique_violation then null;
                 end $$
                 """,
                cancellation);
            var with = connection.PostgreSqlVersion.Major >= 16 ? " with set true" : "";
            await Execute(connection, $"grant \"{role}\" to current_user{with}", cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            log.LogWarning("The database user may not make roles: {Role} is not made, the plugin keeps to its schema by itself", role);
            return false;
        }
    }

    public static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
