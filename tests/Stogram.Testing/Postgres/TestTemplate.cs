using Npgsql;

namespace Stogram.Testing.Postgres;

internal static class TestTemplate
{
    private const long Lock = 0x5706_7A3D;

    /// <summary>Two assemblies may ask at once: one makes it, the other waits and finds it.</summary>
    public static async Task Ensure(NpgsqlConnection connection, string server, string name, Func<string, Task> prepare)
    {
        await TestDatabase.Execute(connection, $"select pg_advisory_lock({Lock})");
        try
        {
            if (!await Exists(connection, name))
            {
                await Make(connection, server, name, prepare);
            }
        }
        finally
        {
            await TestDatabase.Execute(connection, $"select pg_advisory_unlock({Lock})");
        }
    }

    // Renamed when whole, so that a template whose preparation failed is never copied.
    private static async Task Make(NpgsqlConnection connection, string server, string name, Func<string, Task> prepare)
    {
        var half = $"{name}_new";
        await TestDatabase.Execute(connection, $"drop database if exists \"{half}\" with (force)");
        await TestDatabase.Execute(connection, $"create database \"{half}\"");
        var connectionString = new NpgsqlConnectionStringBuilder(TestDatabase.For(server, half)) { Pooling = false };
        await prepare(connectionString.ConnectionString);
        await TestDatabase.Execute(connection, $"alter database \"{half}\" rename to \"{name}\"");
    }

    private static async Task<bool> Exists(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("select 1 from pg_database where datname = @name", connection);
        command.Parameters.AddWithValue("name", name);
        return await command.ExecuteScalarAsync() is not null;
    }
}
