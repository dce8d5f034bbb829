using Npgsql;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

internal static class TestQueries
{
    public static async Task<object?> Query(this TestServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
