using System.Text.Json;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>An organization's values for a plugin: checked by the plugin's schema before they are stored.</summary>
internal sealed class ChangeSettings(InstalledPlugins plugins, PluginStore store, SettingSecrets secrets, Reconciler reconciler)
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

        var stored = await store.Settings(caller.OrganizationId, id, cancellation);
        var kept = values.ValueKind == JsonValueKind.Object ? secrets.Seal(schema, values, stored) : values;
        if (schema.Check(values.ValueKind == JsonValueKind.Object ? secrets.Open(schema, kept) : values) is { Count: > 0 } faults)
        {
            return Refusal.Invalid(faults);
        }

        if (values.GetRawText() is var text && (text.Length > MaxLength || text.Contains("\\u0000", StringComparison.Ordinal)))
        {
            return Refusal.Invalid("request", "Too long, or with characters that cannot be stored.");
        }

        await store.SaveSettings(caller.OrganizationId, id, kept, caller.UserId, cancellation);
        await reconciler.Run(plugin, CancellationToken.None).WaitAsync(cancellation);
        return View(plugin, kept);
    }

    private SettingsView View(InstalledPlugin plugin, JsonElement stored) => plugin.Package.Settings is { } schema
        ? new(schema.Json, schema.Complete(secrets.Hide(schema, stored)))
        : new(null, Nothing);
}
