using Npgsql;
using Stogram.Testing.Postgres;

namespace Stogram.Host.Tests.Postgres;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Databases_asked_for_at_once_share_one_template_and_nothing_else()
    {
        var name = Guid.NewGuid().ToString("n");
        var prepared = 0;

        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestDatabase.Create(name, async template =>
        {
            Interlocked.Increment(ref prepared);
            await Run(template, "create table people (name text)");
        })));
        await Run(databases[0].ConnectionString, "insert into people values ('ada')");

        Assert.Equal(1, prepared);
        Assert.Equal(1L, await Run(databases[0].ConnectionString, "select count(*) from people"));
        Assert.Equal(0L, await Run(databases[1].ConnectionString, "select count(*) from people"));
        await Task.WhenAll(databases.Select(database => database.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_template_whose_preparation_failed_is_made_anew()
    {
        var name = Guid.NewGuid().ToString("n");
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestDatabase.Create(name, _ => throw new InvalidOperationException()));

        await using var database = await TestDatabase.Create(name, template => Run(template, "create table people (name text)"));

        Assert.Equal(0L, await Run(database.ConnectionString, "select count(*) from people"));
    }

    private static async Task<object?> Run(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
