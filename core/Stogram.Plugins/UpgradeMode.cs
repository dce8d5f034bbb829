using System.Text.Json.Serialization;

namespace Stogram.Plugins;

/// <summary>How a new version of a running plugin takes over.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UpgradeMode>))]
public enum UpgradeMode
{
    /// <summary>
    /// Started while the old one still answers; both use the same tables for a moment, so migrations only add. If it does
    /// not start, the old one goes on.
    /// </summary>
    [JsonStringEnumMemberName("side-by-side")]
    SideBySide,

    /// <summary>The old one is stopped before: for a plugin that holds what only one can have, such as a port.</summary>
    [JsonStringEnumMemberName("stop-first")]
    StopFirst,
}
