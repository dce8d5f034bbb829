using Stogram.Core.Audit;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Admin;

/// <summary>What the audit log says of what people do with plugins.</summary>
internal static class PluginDeeds
{
    /// <param name="released">Why it had been quarantined, if it was.</param>
    public static Deed SwitchedOn(PluginPackage package, bool wasOn, string? released) => new(
        wasOn ? "plugin.released" : "plugin.switched-on",
        After: Words(package, package.Info.Permissions, released));

    public static Deed SwitchedOff(PluginPackage package) =>
        new("plugin.switched-off", After: Words(package));

    public static Deed Uploaded(PluginPackage package) =>
        new("operator.plugin-uploaded", After: Words(package));

    /// <param name="before">The version there was; null where it was not installed.</param>
    /// <param name="granted">What is agreed to that was not before.</param>
    public static Deed Installed(PluginPackage package, string? before, IReadOnlyList<string> granted, string? released) => new(
        "operator.plugin-installed", Before: before is null ? null : Words(package.Info.Id, before),
        After: Words(package, granted, released));

    public static Deed Removed(string id, bool withData) =>
        new(withData ? "operator.plugin-purged" : "operator.plugin-removed", Before: new() { ["plugin"] = id });

    public static Deed SettingsChanged(string id, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        before["plugin"] = after["plugin"] = id;
        return new("plugin.settings-changed", Before: before, After: after);
    }

    /// <summary>What a chat says is its members' own: administrators read which settings it changed, and not what they are.</summary>
    public static Deed ChatSettingsChanged(string id, Guid chatId, IEnumerable<string> names) => new(
        "plugin.chat-settings-changed", chatId, After: new() { ["plugin"] = id, ["settings"] = string.Join(", ", names) });

    /// <param name="deed">run, retried, cancelled or stopped.</param>
    public static Deed Job(string deed, string pluginId, Guid jobId, string name, bool isServer)
    {
        var words = new Dictionary<string, string> { ["plugin"] = pluginId, ["job"] = name };
        if (isServer)
        {
            words["server"] = "true";
        }

        return new($"plugin.job-{deed}", jobId, After: words);
    }

    private static Dictionary<string, string> Words(string id, string version) => new() { ["plugin"] = id, ["version"] = version };

    private static Dictionary<string, string> Words(PluginPackage package, IReadOnlyList<string>? granted = null, string? released = null)
    {
        var words = Words(package.Info.Id, package.Info.Version);
        if (granted is { Count: > 0 })
        {
            words["granted"] = string.Join(", ", granted);
        }

        if (released is not null)
        {
            words["released"] = released;
        }

        return words;
    }
}
