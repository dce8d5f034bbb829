using Npgsql;

namespace Stogram.Host.Startup;

internal static class OpenDatabase
{
    private const int SecondsToConnect = 5;

    private const int SecondsToAnswer = 10;

    private const int StatementsKept = 100;

    /// <summary>
    /// A database that falls silent must not hold people up for long: what takes its time says so itself. The
    /// operator's connection string may say otherwise.
    /// </summary>
    public static NpgsqlDataSource With(string connectionString)
    {
        var settings = Settings(connectionString);
        settings.Timeout = settings.ShouldSerialize("Timeout") ? settings.Timeout : SecondsToConnect;
        settings.CommandTimeout = settings.ShouldSerialize("Command Timeout") ? settings.CommandTimeout : SecondsToAnswer;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>
    /// What a connection asks again and again is parsed and planned once, which is most of the work of a page of messages;
    /// unless the operator's connection string says otherwise.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.MaxAutoPrepare = settings.ShouldSerialize("Max Auto Prepare") ? settings.MaxAutoPrepare : StatementsKept;
        return settings;
    }
}
