using Npgsql;

namespace Stogram.Host.Plugins.State;

/// <summary>Changes a plugin's state on this node and tells the others.</summary>
internal sealed class Become(NodeStates nodes, TimeProvider time, ILogger<Become> log)
{
    public void Here(InstalledPlugin plugin, PluginState state, string? reason)
    {
        plugin.Become(state, reason, time.GetUtcNow());
        log.LogInformation("Plugin {Plugin}: {State}{Reason}", plugin.Id, state, reason is null ? "" : $" ({reason})");
    }

    public async Task Now(InstalledPlugin plugin, PluginState state, string? reason, CancellationToken cancellation)
    {
        Here(plugin, state, reason);
        try
        {
            await nodes.Report(plugin, cancellation);
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The state of {Plugin} is not told to other nodes: {Reason}", plugin.Id, e.Message);
        }
    }
}
