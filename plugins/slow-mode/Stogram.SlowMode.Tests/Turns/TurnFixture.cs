using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Stogram.Plugins;
using Stogram.SlowMode.Turns;
using Stogram.Testing;
using Stogram.Testing.Postgres;

namespace Stogram.SlowMode.Tests.Turns;

/// <summary>The plugin's tables by its own migration, and no host: two data sources, as on two nodes.</summary>
public sealed class TurnFixture : IAsyncLifetime
{
    private TestDatabase database = null!;

    private Node[] nodes = [];

    public async Task InitializeAsync()
    {
        var sql = await File.ReadAllTextAsync(Repository.Path("plugins", "slow-mode", "migrations", "0001_init.sql"));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)))[..16];
        database = await TestDatabase.Create($"slow_mode_{name}", async template =>
        {
            await using var source = NpgsqlDataSource.Create(template);
            await Run(source, sql);
        });
        nodes = [.. Enumerable.Range(0, 2).Select(_ => new Node(NpgsqlDataSource.Create(database.ConnectionString)))];
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.Source.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    /// <summary>A chat nobody has written in.</summary>
    public async Task<Guid> Chat(int? seconds)
    {
        var chatId = Guid.CreateVersion7();
        if (seconds is { } interval)
        {
            await Run("insert into intervals values ($1, $2, $3)", chatId, Guid.Empty, interval);
        }

        return chatId;
    }

    internal TakeTurn Interceptor(int node = 0, bool exemptAdmins = true) => new(nodes[node], new Settings(exemptAdmins));

    public Task<object?> Run(string sql, params object[] values) => Run(nodes[0].Source, sql, values);

    private static async Task<object?> Run(NpgsqlDataSource source, string sql, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return await command.ExecuteScalarAsync();
    }

    private sealed record Node(NpgsqlDataSource Source) : IPluginDatabase;

    private sealed record Settings(bool ExemptAdmins) : IPluginSettings<SlowModeSettings>
    {
        public SlowModeSettings For(Guid organizationId) => new() { ExemptAdmins = ExemptAdmins };
    }
}
