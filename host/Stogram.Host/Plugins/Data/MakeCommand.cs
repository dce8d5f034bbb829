using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Stogram.Core.Storage;

namespace Stogram.Host.Plugins.Data;

internal static class MakeCommand
{
    public static NpgsqlCommand Command(this NpgsqlDataSource database, string sql, params object[] values) =>
        database.CreateCommand(sql).With(values);

    /// <summary>In that connection's transaction, if there is one.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params object[] values) =>
        new NpgsqlCommand(sql, connection).With(values);

    /// <summary>The one that the context's transaction is on; where there is none, open until the context goes.</summary>
    public static async Task<NpgsqlConnection> Connection(this StogramContext db, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
        {
            await db.Database.OpenConnectionAsync(cancellation);
        }

        return (NpgsqlConnection)db.Database.GetDbConnection();
    }

    public static async Task Execute(this NpgsqlDataSource database, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task Execute(this NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = connection.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static void Text(this NpgsqlCommand command, string? text) =>
        command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });

    private static NpgsqlCommand With(this NpgsqlCommand command, object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
