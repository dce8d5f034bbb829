using Npgsql;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>Moves this node's plugins to what the organizations want, one at a time.</summary>
internal sealed class Reconciler(
    InstalledPlugins plugins,
    PluginStore store,
    StartPlugin start,
    SwitchOrganization switches,
    TakeOut takeOut,
    Become become,
    PluginFolders folders,
    Outbox outbox,
    NpgsqlDataSource database,
    TellLost tellLost,
    DeliverEvent deliver,
    ILogger<Reconciler> log)
{
    private readonly SemaphoreSlim turn = new(1);

    public async Task RunAll(CancellationToken cancellation)
    {
        foreach (var plugin in plugins.All)
        {
            await Run(plugin, cancellation);
        }
    }

    public async Task Run(InstalledPlugin plugin, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await Converge(plugin, await store.Read(plugin.Id, cancellation), cancellation);
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
        foreach (var plugin in plugins.All.Where(plugin => plugin.Activation is not null))
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

        var concerned = desired.Switches.Where(one => one.Enabled || one.Told).ToArray();
        if (concerned.Length > 0 && plugin.Activation is null && !await Start(plugin, desired, cancellation))
        {
            return;
        }

        if (plugin.Activation is { } activation)
        {
            await Align(plugin, activation, desired, cancellation);
        }

        if (plugin.Activation is not null && concerned.All(one => !one.Enabled))
        {
            await takeOut.Run(plugin, cancellation);
        }
    }

    private async Task Align(InstalledPlugin plugin, Activation activation, DesiredState desired, CancellationToken cancellation)
    {
        foreach (var one in desired.Switches)
        {
            activation.Values.Set(one.OrganizationId, one.Settings);
        }

        foreach (var one in desired.Switches)
        {
            if (one.Enabled && !activation.Leases.IsOpen(one.OrganizationId))
            {
                await switches.On(activation, one.OrganizationId, cancellation);
            }
            else if (!one.Enabled && (one.Told || activation.Leases.IsAdmitted(one.OrganizationId)))
            {
                await become.Now(plugin, PluginState.Draining, null, cancellation);
                await switches.Off(activation, one.OrganizationId, Stogram.Plugins.DisableReason.SwitchedOff, cancellation);
            }
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
            var activation = await start.Run(
                plugin.Package,
                state => become.Here(plugin, state, null),
                why => _ = OnTooManyFaults(plugin, why),
                cancellation);
            plugin.Activation = activation;
            plugin.FailedAt = null;
            plugins.Publish();
            if (activation.Registrations.Handlers.Count > 0)
            {
                plugin.Reader = new(activation, outbox, database, tellLost, deliver, log);
                plugin.Reader.Start();
            }

            await become.Now(plugin, PluginState.Running, null, cancellation);
            return true;
        }
        catch (StartException e)
        {
            plugin.FailedAt = desired.ChangedAt;
            log.LogError("Plugin {Plugin} did not start ({Stage}): {Reason}", plugin.Id, e.Stage, e.Message);
            await become.Now(plugin, PluginState.Failed, $"{e.Stage}: {e.Message}", cancellation);
            return false;
        }
    }

    private async Task Quarantine(InstalledPlugin plugin, DesiredState desired, string reason, CancellationToken cancellation)
    {
        if (plugin.Activation is { } activation)
        {
            await switches.AllOff(activation, cancellation);
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

    private async Task OnTooManyFaults(InstalledPlugin plugin, string reason)
    {
        if (plugin.Activation is not { IsOut: false } activation)
        {
            return;
        }

        activation.IsOut = true;
        log.LogError("Plugin {Plugin} is taken out: {Reason}", plugin.Id, reason);
        try
        {
            await store.Quarantine(plugin.Id, reason, CancellationToken.None);
            await Run(plugin, CancellationToken.None);
        }
        catch (NpgsqlException e)
        {
            log.LogError("The quarantine of {Plugin} is not stored ({Reason}); it is out on this node", plugin.Id, e.Message);
        }
    }
}
