using Stogram.Plugins;

namespace Stogram.Host.Plugins.Manifests;

/// <summary>The places that the web apps have for plugins. A test compares them with the types of @stogram/plugin.</summary>
internal static class SlotNames
{
    public static readonly string[] All =
    [
        "app.overlay@1", "app.route@1", "sidebar.section@1", "sidebar.search@1", "sidebar.footer@1", "chat.header.actions@1",
        "chat.header.below@1", "chat.panel@1", "message.below@1", "message.actions@1", "composer.actions@1", "composer.above@1",
        "settings.section@1", "admin.plugin.settings@1",
    ];

    private const string Kind = "message.kind.";

    public static bool Has(PluginInfo manifest, string slot) =>
        All.Contains(slot)
        || (slot.StartsWith(Kind, StringComparison.Ordinal)
            && (slot == $"{Kind}*@1" || manifest.Contributes.MessageKinds.Any(kind => slot == $"{Kind}{kind}@1")));
}
