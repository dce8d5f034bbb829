using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stogram.Testing.Postgres;

namespace Stogram.Core.Tests.Storage;

public sealed class MigrateTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_make_one_schema_and_one_organization()
    {
        await using var database = await TestDatabase.Create("empty", _ => Task.CompletedTask);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Prepare(database.ConnectionString))));
        await Prepare(database.ConnectionString);

        Assert.Equal(1L, await Ask(source, "select count(*) from core.organizations"));
        Assert.Equal(0L, await Ask(source, "select count(*) - count(distinct \"MigrationId\") from core.migrations"));
    }

    private static async Task Prepare(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStogramCore(source, new() { SigningKey = new byte[32], UploadsFolder = "" });
        await using var node = services.BuildServiceProvider();
        await node.PrepareStogramCore(CancellationToken.None);
    }

    private static async Task<object?> Ask(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
