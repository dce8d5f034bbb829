using Npgsql;

namespace Stogram.Host.Startup;

internal static class OpenDatabase
{
    private const int SecondsToConnect = 5;

    private const int SecondsToAnswer = 10;

    /// <summary>
    /// A database that falls silent must not hold people up for long: what takes its time says so itself. The
    /// operator's connection string may say otherwise.
    /// </summary>
    public static NpgsqlDataSource With(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Timeout = settings.ShouldSerialize("Timeout") ? settings.Timeout : SecondsToConnect;
        settings.CommandTimeout = settings.ShouldSerialize("Command Timeout") ? settings.CommandTimeout : SecondsToAnswer;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
