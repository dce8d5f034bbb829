using Npgsql;
using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

/// <summary>
/// The database of a data folder, whether its server runs or not: of a running one the cluster is borrowed, else it is
/// started for as long as this lives, and the folder is held so that no server starts meanwhile.
/// </summary>
internal sealed class SourceDatabase : IAsyncDisposable
{
    private readonly IDisposable? _held;
    private readonly EmbeddedCluster? _started;

    private SourceDatabase(string connectionString, IDisposable? held = null, EmbeddedCluster? started = null) =>
        (ConnectionString, _held, _started) = (connectionString, held, started);

    public string ConnectionString { get; }

    /// <param name="say">Hears what the cluster has to say.</param>
    public static async Task<SourceDatabase> Open(HostSettings settings, Action<string> say, CancellationToken cancellation)
    {
        if (settings.ConnectionString != "")
        {
            await CheckDatabase.IsUsable(settings.ConnectionString, cancellation);
            return new SourceDatabase(settings.ConnectionString);
        }

        if (!Directory.Exists(settings.Data.Cluster))
        {
            throw new StartupError($"There is no database in {settings.Data.Path}: name the data folder with --data.");
        }

        return settings.Data.TryHold() is { } held
            ? await Started(settings, held, say, cancellation)
            : await Borrowed(settings.Data, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await (_started?.DisposeAsync() ?? default);
        _held?.Dispose();
    }

    private static async Task<SourceDatabase> Started(
        HostSettings settings, IDisposable held, Action<string> say, CancellationToken cancellation)
    {
        try
        {
            var options = new ClusterOptions(settings.Data.Path, settings.PostgresFolders) { Say = say };
            var cluster = await EmbeddedCluster.Start(options, cancellation);
            return new SourceDatabase(cluster.ConnectionString, held, cluster);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static async Task<SourceDatabase> Borrowed(DataFolder data, CancellationToken cancellation)
    {
        var folder = new ClusterFolder(data.Path);
        var connectionString = folder.RunningAt() is { } socket
            ? new NpgsqlConnectionStringBuilder
            {
                Host = socket,
                Username = InitCluster.Superuser,
                Password = folder.Password(),
                Database = InitCluster.Superuser,
            }.ConnectionString
            : throw new StartupError($"The server on {data.Path} is starting or stopping: try again in a moment.");
        await CheckDatabase.IsUsable(connectionString, cancellation);
        return new SourceDatabase(connectionString);
    }
}
