using Npgsql;

namespace Stogram.Plugins;

/// <summary>
/// The plugin's own schema. Its role has no rights elsewhere, so write names without a schema. Statements end after
/// 30 s. Needs <c>"data"</c> in the manifest.
/// </summary>
public interface IPluginDatabase
{
    /// <summary>Open connections from here and dispose them; the source itself is the host's.</summary>
    NpgsqlDataSource Source { get; }
}
