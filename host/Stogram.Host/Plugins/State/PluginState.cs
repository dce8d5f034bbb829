namespace Stogram.Host.Plugins.State;

/// <summary>Where a plugin is on this node.</summary>
internal enum PluginState
{
    Installed,
    Loading,
    Binding,
    Migrating,
    Starting,
    Running,
    Draining,
    Stopping,
    Unloading,
    Unloaded,
    Failed,
    Quarantined,
    Lingering,
}

internal static class PluginStates
{
    public static string Word(this PluginState state) => state.ToString().ToUpperInvariant();
}
