using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Testing.Postgres;

/// <summary>The product's own embedded cluster in a temporary folder, without the waits that make it durable.</summary>
internal sealed class ThrowawayCluster : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IDisposable _held;
    private readonly EmbeddedCluster _cluster;

    private ThrowawayCluster(string folder, IDisposable held, EmbeddedCluster cluster) =>
        (_folder, _held, _cluster) = (folder, held, cluster);

    public string ConnectionString => _cluster.ConnectionString;

    public static async Task<ThrowawayCluster> Start()
    {
        var folder = Directory.CreateTempSubdirectory("stogram-test-").FullName;
        var held = new DataFolder(folder).Hold();
        var options = new ClusterOptions(folder, [])
        {
            Server = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=500"],
        };
        return new ThrowawayCluster(folder, held, await EmbeddedCluster.Start(options, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _held.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
