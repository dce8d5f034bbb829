using Npgsql;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.Settings;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.State;

/// <summary>Moves this node's plugins to what the organizations want, one at a time.</summary>
internal sealed class Reconciler(
    InstalledPlugins plugins,
    PluginStore store,
    StartPlugin start,
    SwitchOrganization switches,
    TakeOut takeOut,
    UpgradePlugin upgrade,
    Requirements requirements,
    ChatSettings chats,
    TellOptional optional,
    StartReading reading,
    Catalog catalog,
    Become become,
    PluginFolders folders,
    IHostApplicationLifetime lifetime,
    ILogger<Reconciler> log)
{
    private readonly SemaphoreSlim turn = new(1);

    public async Task RunAll(CancellationToken cancellation)
    {
        foreach (var plugin in requirements.InOrder())
        {
            await Run(plugin, cancellation);
        }
    }

    public async Task Run(InstalledPlugin plugin, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        // A server that stops does not wait for whoever is just starting.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            await Converge(plugin, await store.Read(plugin.Id, either.Token), either.Token);
            await optional.Run(either.Token);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes everything out, without telling plugins that they are off: they are not, the server stops.</summary>
    public async Task Stop()
    {
        await turn.WaitAsync();
        foreach (var plugin in requirements.InOrder().Reverse().Where(plugin => plugin.Activation is not null))
        {
            await takeOut.Run(plugin, CancellationToken.None);
        }
    }

    private async Task Converge(InstalledPlugin plugin, DesiredState desired, CancellationToken cancellation)
    {
        if (folders.SafeMode)
        {
            return;
        }

        if (desired.Quarantined is { } reason)
        {
            await Quarantine(plugin, desired, reason, cancellation);
            return;
        }

        if (plugin.IsUpgrading && plugin.Activation is null)
        {
            plugin.Package = plugin.Wanted;
            plugins.Publish();
        }
        else if (plugin.IsUpgrading && desired.Switches.Any(one => one.Enabled))
        {
            await upgrade.Run(plugin, desired, OnTooManyFaults, cancellation);
        }

        var concerned = desired.Switches.Where(one => one.Enabled || one.Told).ToArray();
        if (concerned.Any(one => one.Enabled) && requirements.Unmet(plugin) is { } unmet)
        {
            await Wait(plugin, unmet, cancellation);
            return;
        }

        if (concerned.Length > 0 && plugin.Activation is null && !await Start(plugin, desired, cancellation))
        {
            return;
        }

        if (plugin.Activation is { IsOut: false } activation)
        {
            await Align(plugin, activation, desired, cancellation);
        }

        if (plugin.Activation is { } idle && concerned.All(one => !one.Enabled))
        {
            await switches.ServerOff(idle, cancellation);
            await takeOut.Run(plugin, cancellation);
        }
    }

    private async Task Align(InstalledPlugin plugin, Activation activation, DesiredState desired, CancellationToken cancellation)
    {
        foreach (var one in desired.Switches)
        {
            activation.Values.Set(one.OrganizationId, one.Settings);
        }

        await chats.Follow(activation, cancellation);
        foreach (var one in desired.Switches)
        {
            if (one.Enabled && !activation.Leases.IsOpen(one.OrganizationId))
            {
                await switches.On(activation, one.OrganizationId, cancellation);
            }
            else if (!one.Enabled && (one.Told || activation.Leases.IsAdmitted(one.OrganizationId)))
            {
                await become.Now(plugin, PluginState.Draining, null, cancellation);
                await switches.Off(activation, one.OrganizationId, DisableReason.SwitchedOff, cancellation);
            }
        }

        if (desired.Switches.Any(one => one.Enabled))
        {
            await switches.ServerOn(activation, cancellation);
        }

        if (plugin.State == PluginState.Draining && desired.Switches.Any(one => one.Enabled))
        {
            await become.Now(plugin, PluginState.Running, null, cancellation);
        }
    }

    private async Task<bool> Start(InstalledPlugin plugin, DesiredState desired, CancellationToken cancellation)
    {
        if (plugin.FailedAt >= desired.ChangedAt)
        {
            return false;
        }

        try
        {
            Activation? activation = null;
            activation = await start.Run(
                plugin.Package,
                state => become.Here(plugin, state, null),
                why => _ = OnTooManyFaults(plugin, activation, why),
                cancellation);
            plugin.Activation = activation;
            plugin.FailedAt = null;
            plugins.Publish();
            reading.Run(plugin, activation);
            await become.Now(plugin, PluginState.Running, null, cancellation);
            return true;
        }
        catch (StartException e)
        {
            plugin.FailedAt = desired.ChangedAt;
            log.LogError("Plugin {Plugin} did not start ({Stage}): {Reason}", plugin.Id, e.Stage, e.Message);
            await become.Now(plugin, PluginState.Failed, $"{e.Stage}: {e.Message}", cancellation);
            if (await catalog.GoBack(plugin.Id, plugin.Package.Info.Version, plugin.Reason!, cancellation))
            {
                await store.Notify(plugin.Id, cancellation);
            }

            return false;
        }
    }

    // Not its own fault: it starts as soon as what it needs runs.
    private async Task Wait(InstalledPlugin plugin, string unmet, CancellationToken cancellation)
    {
        if (plugin.Activation is { } activation)
        {
            await switches.AllOff(activation, DisableReason.RequirementGone, cancellation);
            await takeOut.Run(plugin, cancellation);
        }

        if (plugin.Reason != unmet)
        {
            await become.Now(plugin, PluginState.Failed, unmet, cancellation);
        }
    }

    private async Task Quarantine(InstalledPlugin plugin, DesiredState desired, string reason, CancellationToken cancellation)
    {
        if (plugin.Activation is { } activation)
        {
            await Leave(plugin, reason, cancellation);
            await switches.AllOff(activation, DisableReason.Quarantined, cancellation);
            await takeOut.Run(plugin, cancellation);
        }

        foreach (var one in desired.Switches.Where(one => one.Told))
        {
            await store.SetTold(one.OrganizationId, plugin.Id, false, cancellation);
        }

        if (plugin.State != PluginState.Quarantined)
        {
            await become.Now(plugin, PluginState.Quarantined, reason, cancellation);
        }
    }

    private Task Leave(InstalledPlugin plugin, string reason, CancellationToken cancellation)
    {
        plugin.Leaving = reason;
        return become.Now(plugin, PluginState.Draining, null, cancellation);
    }

    private async Task OnTooManyFaults(InstalledPlugin plugin, Activation? activation, string reason)
    {
        // One that is not in charge, not yet or no longer, harms nobody but itself.
        if (activation is not { IsOut: false } || plugin.Activation != activation)
        {
            return;
        }

        activation.Leases.Shut();
        log.LogError("Plugin {Plugin} is taken out: {Reason}", plugin.Id, reason);
        try
        {
            // Before its turn comes, which others may hold for a while.
            await Leave(plugin, reason, CancellationToken.None);
            await store.Quarantine(plugin.Id, reason, CancellationToken.None);
            await Run(plugin, CancellationToken.None);
        }
        catch (NpgsqlException e)
        {
            log.LogError("The quarantine of {Plugin} is not stored ({Reason}); it is out on this node", plugin.Id, e.Message);
        }
    }
}
