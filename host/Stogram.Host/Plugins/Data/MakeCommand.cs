using Npgsql;
using NpgsqlTypes;

namespace Stogram.Host.Plugins.Data;

internal static class MakeCommand
{
    public static NpgsqlCommand Command(this NpgsqlDataSource database, string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    public static async Task Execute(this NpgsqlDataSource database, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static void Text(this NpgsqlCommand command, string? text) =>
        command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
}
