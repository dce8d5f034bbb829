using Npgsql;

namespace Stogram.Core.Tests;

/// <summary>One server per test class, with Ada, its owner, signed up first; tests bring their own people.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start();
        Ada = await Server.SignUp("ada");
    }

    /// <summary>Somebody new, with a name nobody has yet.</summary>
    public Task<TestPerson> Somebody(string name = "bo") => Server.SignUp($"{name}_{Guid.NewGuid():n}"[..20]);

    /// <summary>Straight to the database: what a test must look at, or cannot make by the API in good time.</summary>
    public async Task<object?> Sql(string sql)
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async Task DisposeAsync()
    {
        Ada.Dispose();
        await Server.DisposeAsync();
    }
}
