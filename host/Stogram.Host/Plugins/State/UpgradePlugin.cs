using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Settings;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.State;

/// <summary>
/// Another version of a running plugin: started beside the old one, which goes on until the new one answers in its place,
/// and goes on for good if the new one does not start.
/// </summary>
internal sealed class UpgradePlugin(
    InstalledPlugins plugins,
    StartPlugin start,
    SwitchOrganization switches,
    TakeOut takeOut,
    ChatSettings chats,
    StartReading reading,
    Catalog catalog,
    PluginStore store,
    Become become,
    ILogger<UpgradePlugin> log)
{
    public async Task Run(
        InstalledPlugin plugin, DesiredState desired, Func<InstalledPlugin, Activation?, string, Task> quarantine, CancellationToken cancellation)
    {
        if (plugin.Wanted.Info.Upgrade == UpgradeMode.StopFirst)
        {
            await switches.Leave(plugin.Activation!);
            // Taken out, it is started in its new version as if it had been switched on.
            await takeOut.Run(plugin, cancellation);
            plugin.Package = plugin.Wanted;
            return;
        }

        if (await Start(plugin, quarantine, cancellation) is { } fresh)
        {
            await Fill(fresh, desired, cancellation);
            await Exchange(plugin, fresh, desired, cancellation);
        }
    }

    private async Task<Activation?> Start(
        InstalledPlugin plugin, Func<InstalledPlugin, Activation?, string, Task> quarantine, CancellationToken cancellation)
    {
        var (from, to) = (plugin.Package.Info.Version, plugin.Wanted.Info.Version);
        try
        {
            Activation? fresh = null;
            fresh = await start.Run(plugin.Wanted, _ => { }, why => _ = quarantine(plugin, fresh, why), cancellation);
            return fresh;
        }
        catch (StartException e)
        {
            var reason = $"{e.Stage}: {e.Message}";
            log.LogError("Plugin {Plugin} {Version} did not start ({Reason}); {Old} goes on", plugin.Id, to, reason, from);
            plugin.Wanted = plugin.Package;
            await catalog.GoBack(plugin.Id, to, reason, cancellation);
            await become.Now(plugin, PluginState.Running, $"Version {to} did not start, {from} goes on. {reason}", cancellation);
            return null;
        }
    }

    private async Task Fill(Activation fresh, DesiredState desired, CancellationToken cancellation)
    {
        foreach (var one in desired.Switches)
        {
            fresh.Values.Set(one.OrganizationId, one.Settings);
        }

        await chats.Follow(fresh, cancellation);
        foreach (var one in desired.Switches.Where(one => one.Enabled))
        {
            await switches.Enter(fresh, one.OrganizationId, cancellation);
        }
    }

    private async Task Exchange(InstalledPlugin plugin, Activation fresh, DesiredState desired, CancellationToken cancellation)
    {
        var (old, reader) = (plugin.Activation!, plugin.Reader);
        if (reader is not null)
        {
            // Two readers would tell of the same event twice.
            plugin.Reader = null;
            await reader.DisposeAsync();
        }

        (plugin.Package, plugin.Activation) = (plugin.Wanted, fresh);
        plugins.Publish();
        await store.KeepPlace(plugin.Package, cancellation);
        reading.Run(plugin, fresh);
        await become.Now(plugin, PluginState.Running, null, cancellation);
        foreach (var one in desired.Switches.Where(one => one.Enabled))
        {
            await switches.Announce(fresh, one.OrganizationId, cancellation);
        }

        await switches.ServerOn(fresh, cancellation);
        await switches.Leave(old);
        await takeOut.Old(plugin, old);
    }
}
