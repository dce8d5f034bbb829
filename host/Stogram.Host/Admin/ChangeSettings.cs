using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>An organization's values for a plugin: checked by the plugin's schema before they are stored.</summary>
internal sealed class ChangeSettings(
    StogramContext db, AuditLog audit, InstalledPlugins plugins, PluginStore store, SettingSecrets secrets, TakeValues take, SettingChanges changes, Reconciler reconciler)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public async Task<Outcome<SettingsView>> Read(Caller caller, string id, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        return plugins.Find(id) is { } plugin
            ? View(plugin, await PluginStore.Settings(await db.Connection(cancellation), caller.OrganizationId, id, cancellation))
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

        var taken = await Save(caller, id, schema, values, cancellation);
        if (taken.Refusal is { } no)
        {
            return no;
        }

        await reconciler.Run(plugin, CancellationToken.None).WaitAsync(cancellation);
        return View(plugin, taken.Value);
    }

    private async Task<Outcome<JsonElement>> Save(
        Caller caller, string id, SettingsSchema schema, JsonElement values, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var connection = await db.Connection(cancellation);
        await PluginStore.Lock(connection, id, cancellation);
        var stored = await PluginStore.Settings(connection, caller.OrganizationId, id, cancellation);
        var taken = take.Run(schema, values, stored);
        if (taken.Refusal is not null)
        {
            return taken;
        }

        await store.SaveSettings(connection, caller.OrganizationId, id, taken.Value, caller.UserId, cancellation);
        var (before, after) = changes.Tell(schema, schema.Complete(stored), schema.Complete(taken.Value));
        if (before.Count + after.Count > 0)
        {
            await audit.Write(caller, PluginDeeds.SettingsChanged(id, before, after), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return taken;
    }

    private SettingsView View(InstalledPlugin plugin, JsonElement stored) => plugin.Package.Settings is { } schema
        ? new(plugin.Package.Info.Local(schema.Json), schema.Complete(secrets.Hide(schema, stored)))
        : new(null, Nothing);
}
