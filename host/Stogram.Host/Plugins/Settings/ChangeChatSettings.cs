using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Admin;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Plugins.Settings;

/// <summary>A chat's own values for a plugin: set by its admins, in a private chat by either of the two.</summary>
internal sealed class ChangeChatSettings(
    StogramContext db, AuditLog audit, Membership membership, InstalledPlugins plugins, ChatSettings chats, SettingSecrets secrets, TakeValues take,
    SettingChanges changes, TimeProvider time)
{
    public async Task<Outcome<SettingsView>> Read(Caller caller, Guid chatId, string id, CancellationToken cancellation)
    {
        var (plugin, refusal) = await Find(caller, chatId, id, cancellation);
        return refusal ?? (Outcome<SettingsView>)View(caller, plugin!, await ChatSettings.Read(await db.Connection(cancellation), chatId, id, cancellation));
    }

    public async Task<Outcome<SettingsView>> Write(Caller caller, Guid chatId, string id, JsonElement values, CancellationToken cancellation)
    {
        var (plugin, refusal) = await Find(caller, chatId, id, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        var taken = await Save(caller, chatId, plugin!, values, cancellation);
        if (taken.Refusal is { } no)
        {
            return no;
        }

        if (plugin!.Activation is { } activation)
        {
            await chats.Follow(activation, cancellation);
        }

        return View(caller, plugin, taken.Value);
    }

    private async Task<Outcome<JsonElement>> Save(
        Caller caller, Guid chatId, InstalledPlugin plugin, JsonElement values, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var connection = await db.Connection(cancellation);
        await PluginStore.Lock(connection, plugin.Id, cancellation);
        var (schema, stored) = (plugin.Package.Settings!.ForChats!, await ChatSettings.Read(connection, chatId, plugin.Id, cancellation));
        var taken = take.Run(schema, values, stored);
        if (taken.Refusal is not null)
        {
            return taken;
        }

        if (!await chats.Save(connection, chatId, plugin.Id, taken.Value, caller.UserId, cancellation))
        {
            return Refusal.NotFound;
        }

        if (changes.Names(schema, stored, taken.Value) is { Length: > 0 } names)
        {
            await audit.Write(caller, PluginDeeds.ChatSettingsChanged(plugin.Id, chatId, names), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return taken;
    }

    private async Task<(InstalledPlugin? Plugin, Refusal? Refusal)> Find(Caller caller, Guid chatId, string id, CancellationToken cancellation)
    {
        if (await membership.Find(caller, chatId, cancellation) is not { } me)
        {
            return (null, Refusal.NotFound);
        }

        var chat = await db.Chats.AsNoTracking().SingleAsync(one => one.Id == chatId, cancellation);
        if (!GroupRights.MaySetPlugins(chat, me, time.GetUtcNow()))
        {
            return (null, Refusal.Forbidden("Only this chat's admins may do that."));
        }

        return plugins.Find(id) is not { Package.Settings.ForChats: not null } plugin ? (null, Refusal.NotFound)
            : plugin.Activation?.IsOpen(caller.OrganizationId) is not true ? (null, PluginRefusals.IsOff(id))
            : (plugin, null);
    }

    private SettingsView View(Caller caller, InstalledPlugin plugin, JsonElement stored)
    {
        var schema = plugin.Package.Settings!.ForChats!;
        var inherited = plugin.Activation?.Values.Of(caller.OrganizationId) ?? JsonElement.Parse("{}");
        return new(plugin.Package.Info.Local(schema.Under(SettingSecrets.Without(schema, inherited))), secrets.Hide(schema, stored));
    }
}
