namespace Stogram.Testing.Postgres;

/// <summary>
/// The PostgreSQL server of the tests: the one named by STOGRAM_TEST_POSTGRES, else a private one of this process.
/// </summary>
public static class TestPostgres
{
    private static readonly Lazy<Task<string>> Server = new(Find);

    /// <summary>Connects as superuser to a database that nobody uses for anything else.</summary>
    public static Task<string> ConnectionString => Server.Value;

    private static async Task<string> Find()
    {
        if (Environment.GetEnvironmentVariable("STOGRAM_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return given;
        }

        var cluster = await ThrowawayCluster.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return cluster.ConnectionString;
    }
}
