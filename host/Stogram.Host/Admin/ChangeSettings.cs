using System.Text.Json;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>An organization's values for a plugin: checked by the plugin's schema before they are stored.</summary>
internal sealed class ChangeSettings(InstalledPlugins plugins, PluginStore store, SettingSecrets secrets, TakeValues take, Reconciler reconciler)
{
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

        var stored = await store.Settings(caller.OrganizationId, id, cancellation);
        var taken = take.Run(schema, values, stored);
        if (taken.Refusal is { } no)
        {
            return no;
        }

        await store.SaveSettings(caller.OrganizationId, id, taken.Value, caller.UserId, cancellation);
        await reconciler.Run(plugin, CancellationToken.None).WaitAsync(cancellation);
        return View(plugin, taken.Value);
    }

    private SettingsView View(InstalledPlugin plugin, JsonElement stored) => plugin.Package.Settings is { } schema
        ? new(plugin.Package.Info.Local(schema.Json), schema.Complete(secrets.Hide(schema, stored)))
        : new(null, Nothing);
}
