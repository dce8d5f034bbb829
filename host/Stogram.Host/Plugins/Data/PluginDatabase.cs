using Npgsql;
using Stogram.Host.Startup;
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
    public PluginAccess Access { get; set; } = new(null, "");

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
        var act = Access.Role is null ? "" : $"-c role={Access.Role} ";
        var settings = OpenDatabase.Settings(host);
        settings.ApplicationName = $"stogram plugin {pluginId}";
        (settings.MinPoolSize, settings.MaxPoolSize) = (0, MaxConnections);
        settings.Options = $"{act}-c search_path={Access.SearchPath} -c statement_timeout=30000";
        return settings.ConnectionString;
    }
}

/// <summary>How to reach the database, with the password that a data source no longer tells.</summary>
internal sealed record PluginConnection(string String);

/// <summary>How a plugin comes to its schema.</summary>
/// <param name="Role">To act as, or null where the database has none.</param>
/// <param name="SearchPath">Its schema and those of its extensions, in SQL.</param>
internal sealed record PluginAccess(string? Role, string SearchPath);
