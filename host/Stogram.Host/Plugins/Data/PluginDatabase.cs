using Npgsql;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Data;

/// <summary>A small pool of the plugin's own: exhausting it harms nobody else.</summary>
internal sealed class PluginDatabase : IPluginDatabase, IAsyncDisposable
{
    private const int MaxConnections = 10;

    private readonly Lazy<NpgsqlDataSource> source;

    public PluginDatabase(PluginConnection host, string pluginId) =>
        source = new(() => NpgsqlDataSource.Create(ConnectionString(host.String, pluginId)));

    /// <summary>Known once the plugin's schema has been made, before any of its code runs.</summary>
    public string? Role { get; set; }

    public NpgsqlDataSource Source => source.Value;

    public async ValueTask DisposeAsync()
    {
        if (source.IsValueCreated)
        {
            await source.Value.DisposeAsync();
        }
    }

    private string ConnectionString(string host, string pluginId)
    {
        var act = Role is null ? "" : $"-c role={Role} ";
        return new NpgsqlConnectionStringBuilder(host)
        {
            ApplicationName = $"stogram plugin {pluginId}",
            MaxPoolSize = MaxConnections,
            MinPoolSize = 0,
            Options = $"{act}-c search_path={PluginNames.Schema(pluginId)} -c statement_timeout=30000",
        }.ConnectionString;
    }
}

/// <summary>How to reach the database, with the password that a data source no longer tells.</summary>
internal sealed record PluginConnection(string String);
