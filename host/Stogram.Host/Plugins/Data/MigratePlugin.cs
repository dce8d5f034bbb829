using Npgsql;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.Data;

/// <summary>
/// Runs a plugin's SQL files in order, forward only, each in a transaction with the note that it ran. One node at a
/// time; a file that ran and was changed since ends the activation.
/// </summary>
internal sealed class MigratePlugin(NpgsqlDataSource database, TimeProvider time, ILogger<MigratePlugin> log)
{
    public async Task<PluginAccess> Run(PluginPackage package, CancellationToken cancellation)
    {
        var id = package.Info.Id;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await MakeSchema.Execute(connection, $"select pg_advisory_lock(hashtextextended('stogram.plugin.{id}', 0))", cancellation);
        try
        {
            var role = await MakeSchema.Run(connection, id, log, cancellation);
            var extensions = await MakeExtensions.Run(connection, package.Info.Data!.Extensions, cancellation);
            await GrantReading.Run(connection, role, package.Info.Permissions, cancellation);
            var access = new PluginAccess(role, string.Join(',', extensions.Prepend(PluginNames.Schema(id))));
            var applied = await Applied(connection, id, cancellation);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(package.Folder, package.Info.Data!.Migrations), "*.sql").Order(StringComparer.Ordinal))
            {
                await Apply(connection, id, access, file, applied, cancellation);
            }

            return access;
        }
        finally
        {
            await MakeSchema.Execute(
                connection, $"select pg_advisory_unlock(hashtextextended('stogram.plugin.{id}', 0))", CancellationToken.None);
        }
    }

    private async Task Apply(
        NpgsqlConnection connection, string id, PluginAccess access, string file, Dictionary<string, string> applied, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        var sql = await File.ReadAllTextAsync(file, cancellation);
        var checksum = KnownMigrations.Checksum(sql);
        if (applied.TryGetValue(name, out var before))
        {
            if (before != checksum)
            {
                throw new MigrationException($"{name} ran already and was changed since: add a new file instead.");
            }

            return;
        }

        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await MakeSchema.Execute(connection, $"set local search_path = {access.SearchPath}", cancellation);
            await MakeSchema.Execute(connection, access.Role is { } role ? $"set local role \"{role}\"" : "select", cancellation);
            await MakeSchema.Execute(connection, sql, cancellation);
            await MakeSchema.Execute(connection, "reset role", cancellation);
            await Note(connection, id, name, checksum, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException e)
        {
            throw new MigrationException($"{name}: {e.MessageText} ({e.SqlState})");
        }
    }

    private async Task Note(NpgsqlConnection connection, string id, string name, string checksum, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "insert into core.plugin_migrations (plugin_id, name, checksum, applied_at) values ($1, $2, $3, $4)", connection)
        {
            Parameters = { new() { Value = id }, new() { Value = name }, new() { Value = checksum }, new() { Value = time.GetUtcNow() } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<Dictionary<string, string>> Applied(NpgsqlConnection connection, string id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select name, checksum from core.plugin_migrations where plugin_id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }
}

internal sealed class MigrationException(string message) : Exception(message);
