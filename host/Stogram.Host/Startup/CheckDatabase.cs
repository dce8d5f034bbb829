using Npgsql;

namespace Stogram.Host.Startup;

internal static class CheckDatabase
{
    private const int OldestServer = 15;

    public static async Task IsUsable(string connectionString, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            if (connection.PostgreSqlVersion.Major < OldestServer)
            {
                throw new StartupError(
                    $"The database server is PostgreSQL {connection.PostgreSqlVersion}, needed is {OldestServer} or newer.");
            }
        }
        catch (Exception error) when (error is NpgsqlException or ArgumentException)
        {
            throw new StartupError($"The database cannot be reached: {error.Message.ReplaceLineEndings(" ")}");
        }
    }
}
