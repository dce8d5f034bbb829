using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Stogram.Host.Plugins.Data;

namespace Stogram.Host.Backup;

/// <summary>
/// A dump into an empty database. Everything comes to belong to who restores it, except plugins' schemas: each belongs
/// to a role that is named after the database, and this one may bear another name than the one the dump is of.
/// </summary>
internal static class RestoreDump
{
    public static async Task Run(
        DumpPrograms programs, string database, string dump, Manifest manifest, CancellationToken cancellation)
    {
        await programs.Restore(
            database, dump, manifest.Schemas.Select(schema => $"--exclude-schema={schema}"), cancellation);
        await MakeExtensions.Open(database, cancellation);
        foreach (var schema in manifest.Schemas)
        {
            var role = await Own(database, schema, cancellation);
            string[] options = [$"--schema={schema}", .. role is null ? Array.Empty<string>() : [$"--role={role}"]];
            await programs.Restore(database, dump, options, cancellation);
        }
    }

    /// <summary>Leaves a database as it was when the restoring began: empty.</summary>
    public static async Task Undo(string database, Manifest manifest)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        foreach (var schema in manifest.Schemas.Concat(["reading", "core", MakeExtensions.Schema]))
        {
            await MakeSchema.Execute(connection, $"drop schema if exists \"{schema}\" cascade", CancellationToken.None);
        }
    }

    private static async Task<string?> Own(string database, string schema, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellation);
        var plugin = schema[PluginNames.Schema("").Length..];
        var role = await MakeSchema.Run(connection, plugin, NullLogger.Instance, cancellation);
        if (role is not null)
        {
            await MakeSchema.Execute(connection, $"alter schema \"{schema}\" owner to \"{role}\"", cancellation);
        }

        return role;
    }
}
