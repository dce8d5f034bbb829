using Npgsql;

namespace Stogram.Testing.Postgres;

/// <summary>A database of one test class, copied from a template that is made once per server.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private TestDatabase(string server, string name) =>
        (_server, _name, ConnectionString) = (server, name, For(server, name));

    public string ConnectionString { get; }

    /// <param name="template">Names what the template holds, such as a hash of all migrations: the same name, the same template.</param>
    /// <param name="prepareTemplate">Fills the template, given its connection string; closes what it opens.</param>
    public static async Task<TestDatabase> Create(string template, Func<string, Task> prepareTemplate)
    {
        var server = await TestPostgres.ConnectionString;
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await TestTemplate.Ensure(connection, server, $"template_{template}", prepareTemplate);
        var name = $"test_{Guid.CreateVersion7():n}";
        await Execute(connection, $"create database {name} template \"template_{template}\"");
        return new TestDatabase(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(own);
        }

        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await Execute(connection, $"drop database {_name} with (force)");
    }

    internal static string For(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    internal static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
