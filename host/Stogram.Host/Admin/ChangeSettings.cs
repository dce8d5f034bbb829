using System.Text.Json;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>An organization's values for a plugin: checked by the plugin's schema before they are stored.</summary>
internal sealed class ChangeSettings(InstalledPlugins plugins, PluginStore store, Reconciler reconciler)
{
    private const int MaxLength = 64 * 1024;

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public async Task<Outcome<SettingsView>> Read(Caller caller, string id, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        return plugins.Find(id) is { } plugin
            ? View(plugin, await store.Settings(caller.OrganizationId, id, cancellation))
            : Refusal.NotFound;
    }

    public async Task<Outcome<SettingsView>> Write(Caller caller, string id, JsonElement values, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (plugins.Find(id) is not { Package.Settings: { } schema } plugin)
        {
            return Refusal.NotFound;
        }

        if (schema.Check(values) is { Count: > 0 } faults)
        {
            return Refusal.Invalid(faults);
        }

        if (values.GetRawText() is var text && (text.Length > MaxLength || text.Contains("\\u0000", StringComparison.Ordinal)))
        {
            return Refusal.Invalid("request", "Too long, or with characters that cannot be stored.");
        }

        await store.SaveSettings(caller.OrganizationId, id, values, caller.UserId, cancellation);
        await reconciler.Run(plugin, CancellationToken.None).WaitAsync(cancellation);
        return View(plugin, values);
    }

    private static SettingsView View(InstalledPlugin plugin, JsonElement values) =>
        new(plugin.Package.Settings?.Json, plugin.Package.Settings?.Complete(values) ?? Nothing);
}
