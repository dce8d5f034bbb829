using Npgsql;

namespace Stogram.Host.Postgres;

/// <summary>A PostgreSQL of our own: made, started, kept alive and stopped together with the process that asks for it.</summary>
internal sealed class EmbeddedCluster : IAsyncDisposable
{
    private const int RestartsInARow = 5;

    private readonly StartServer _server;
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private Postmaster _postmaster;
    private readonly Task _kept;

    private EmbeddedCluster(StartServer server, Postmaster postmaster)
    {
        _server = server;
        _postmaster = postmaster;
        _kept = Keep();
    }

    public string ConnectionString => _server.ConnectionString(InitCluster.Superuser);

    public string Log => _server.Folder.Log;

    /// <summary>Ends when the server stopped by itself and could not be brought back.</summary>
    public Task Lost => _lost.Task;

    public static async Task<EmbeddedCluster> Start(ClusterOptions options, CancellationToken cancellation)
    {
        var server = await StartServer.Prepare(options, cancellation);
        var postmaster = await server.Run(cancellation);
        return new EmbeddedCluster(server, postmaster);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _kept;
        NpgsqlConnection.ClearAllPools();
        await _postmaster.Stop();
        _server.Dispose();
    }

    private async Task Keep()
    {
        var failures = 0;
        while (failures < RestartsInARow)
        {
            var since = DateTime.UtcNow;
            await Task.WhenAny(_postmaster.Exited, Task.Delay(Timeout.Infinite, _stopping.Token));
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            failures = DateTime.UtcNow - since > TimeSpan.FromMinutes(1) ? 1 : failures + 1;
            await Restart(TimeSpan.FromSeconds(failures - 1));
        }

        _lost.SetResult();
    }

    private async Task Restart(TimeSpan delay)
    {
        _server.Say($"PostgreSQL has stopped by itself (log: {Log}); starting it again.");
        try
        {
            await Task.Delay(delay, _stopping.Token);
            _postmaster = await _server.Run(_stopping.Token);
        }
        catch (Exception error) when (error is Startup.StartupError or NpgsqlException or OperationCanceledException)
        {
            _server.Say(error.Message);
        }
    }
}
