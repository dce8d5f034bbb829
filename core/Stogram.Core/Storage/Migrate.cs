using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Stogram.Core.Storage;

/// <summary>Brings the schema up to date. Several nodes may start at once: one works, the others wait.</summary>
public sealed class Migrate(NpgsqlDataSource database, IDbContextFactory<StogramContext> contexts)
{
    // An arbitrary constant that all Stogram nodes share and nothing else uses.
    private const long Lock = 0x53746F6772616D;

    // Made before EF looks for it, which would log the failure to find it as an error.
    private const string History =
        """
        create schema if not exists core;
        create table if not exists core.migrations (
          "MigrationId" varchar(150) primary key,
          "ProductVersion" varchar(32) not null)
        """;

    public async Task Run(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await Execute(connection, $"select pg_advisory_lock({Lock})", cancellation);
        try
        {
            await Execute(connection, History, cancellation);
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            context.Database.SetCommandTimeout(0);
            await context.Database.MigrateAsync(cancellation);
        }
        finally
        {
            await Execute(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
