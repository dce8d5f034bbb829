using Npgsql;

namespace Stogram.Host.Plugins.Data;

/// <summary>
/// PostgreSQL extensions that a plugin asks for, made by the host: its role may not. They lie in a schema of their own;
/// one that somebody made before stays where it is.
/// </summary>
internal static class MakeExtensions
{
    public const string Schema = "extensions";

    /// <summary>The schemas they lie in.</summary>
    public static async Task<IReadOnlyList<string>> Run(
        NpgsqlConnection connection, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var schemas = new List<string>();
        foreach (var name in names)
        {
            schemas.Add(await Find(connection, name, cancellation) ?? await Make(connection, name, cancellation));
        }

        return [.. schemas.Distinct()];
    }

    /// <summary>After a restore, which brings no rights back.</summary>
    public static async Task Open(string database, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellation);
        await MakeSchema.Execute(
            connection,
            $"do $$ begin if to_regnamespace('{Schema}') is not null then grant usage on schema {Schema} to public; end if; end $$",
            cancellation);
    }

    private static async Task<string> Make(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        try
        {
            // One at a time, whichever plugins start at once.
            await MakeSchema.Execute(
                connection,
                $"""
                 begin;
                 select pg_advisory_xact_lock(hashtextextended('stogram.extensions', 0));
                 create schema if not exists {Schema};
                 grant usage on schema {Schema} to public;
                 create extension if not exists {name} schema {Schema};
                 commit
                 """,
                cancellation);
            return Schema;
        }
        catch (PostgresException e)
        {
            await MakeSchema.Execute(connection, "rollback", CancellationToken.None);
            throw new MigrationException(
                $"The database has no extension {name}, and it could not be made: {e.MessageText}. Install PostgreSQL's "
                + $"contrib package, then run as a superuser: create schema if not exists {Schema}; "
                + $"grant usage on schema {Schema} to public; create extension {name} schema {Schema};");
        }
    }

    private static async Task<string?> Find(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }
}
