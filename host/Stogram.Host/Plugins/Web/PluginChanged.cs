using System.Text.Json.Serialization;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.Web;

/// <summary>Tells an organization's clients to load or take back a plugin's web half.</summary>
internal sealed record PluginChanged(
    string Id, bool Enabled, string Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WebView? Web)
{
    public static PluginChanged On(PluginPackage package) => new(package.Info.Id, true, package.Info.Version, WebView.Of(package));

    public static PluginChanged Off(PluginPackage package) => new(package.Info.Id, false, package.Info.Version, null);
}

/// <summary>Where the web half lies, by the package's hash: what is there never changes.</summary>
/// <param name="Transforms">The messages it changes on their way, <c>outgoing</c> or <c>incoming</c>.</param>
public sealed record WebView(
    string Module, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Style, IReadOnlyList<string> Transforms)
{
    internal static WebView? Of(PluginPackage package) => package.Info.Contributes.Web is { } web
        ? new(Url(package, web.Module), web.Style is null ? null : Url(package, web.Style), web.Transforms)
        : null;

    private static string Url(PluginPackage package, string file) => $"/plugins/{package.Info.Id}/{package.ShortHash}/{file}";
}
