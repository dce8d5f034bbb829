using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Admin;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Plugins.Settings;

/// <summary>A chat's own values for a plugin: set by its admins, in a private chat by either of the two.</summary>
internal sealed class ChangeChatSettings(
    StogramContext db, Membership membership, InstalledPlugins plugins, ChatSettings chats, SettingSecrets secrets, TakeValues take, TimeProvider time)
{
    public async Task<Outcome<SettingsView>> Read(Caller caller, Guid chatId, string id, CancellationToken cancellation)
    {
        var (plugin, refusal) = await Find(caller, chatId, id, cancellation);
        return refusal ?? (Outcome<SettingsView>)View(caller, plugin!, await chats.Read(chatId, id, cancellation));
    }

    public async Task<Outcome<SettingsView>> Write(Caller caller, Guid chatId, string id, JsonElement values, CancellationToken cancellation)
    {
        var (plugin, refusal) = await Find(caller, chatId, id, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        var taken = take.Run(plugin!.Package.Settings!.ForChats!, values, await chats.Read(chatId, id, cancellation));
        if (taken.Refusal is { } no)
        {
            return no;
        }

        if (!await chats.Save(chatId, id, taken.Value, caller.UserId, cancellation))
        {
            return Refusal.NotFound;
        }

        if (plugin.Activation is { } activation)
        {
            await chats.Follow(activation, cancellation);
        }

        return View(caller, plugin, taken.Value);
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
