using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Jobs;
using Stogram.Host.Plugins.Web;
using Stogram.Host.Realtime;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.State;

/// <summary>Lets one organization into a running plugin, or out of it: the plugin and the organization's people
/// are told; people by the node they are on, once the switch holds there.</summary>
internal sealed class SwitchOrganization(PluginStore store, JobSwitch jobs, LocalBus bus)
{
    private static readonly TimeSpan EnableBudget = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DisableBudget = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DrainQuarantined = TimeSpan.FromSeconds(1);

    // Its jobs have been interrupted by then: nobody else is inside.
    private static readonly TimeSpan DrainServer = TimeSpan.FromSeconds(1);

    public async Task On(Activation activation, Guid organizationId, CancellationToken cancellation)
    {
        await Enter(activation, organizationId, cancellation);
        await Announce(activation, organizationId, cancellation);
    }

    /// <summary>It may act there, and knows it; calls come in as soon as something leads to it.</summary>
    public async Task Enter(Activation activation, Guid organizationId, CancellationToken cancellation)
    {
        activation.Leases.Admit(organizationId);
        // Noted first: after a crash in between it learns that it is off, if that is what it will be.
        await store.SetTold(organizationId, activation.Id, true, cancellation);
        await activation.Tell("EnabledAsync", EnableBudget, organizationId, (plugin, context, token) => plugin.EnabledAsync(context, token), cancellation);
        activation.Leases.Open(organizationId);
    }

    public async Task Announce(Activation activation, Guid organizationId, CancellationToken cancellation)
    {
        await jobs.On(activation, organizationId, cancellation);
        await bus.ToOrganization(organizationId, "plugin:changed", PluginChanged.On(activation.Package));
    }

    public async Task Off(Activation activation, Guid organizationId, DisableReason reason, CancellationToken cancellation)
    {
        await jobs.Off(activation.Id, organizationId, cancellation);
        await activation.Leases.Close(organizationId, reason == DisableReason.Quarantined ? DrainQuarantined : Drain);
        activation.Leases.Admit(organizationId);
        await activation.Tell("DisabledAsync", DisableBudget, organizationId, (plugin, context, token) => plugin.DisabledAsync(context, reason, token), cancellation);
        activation.Leases.Expel(organizationId);
        await store.SetTold(organizationId, activation.Id, false, cancellation);
        await bus.ToOrganization(organizationId, "plugin:changed", PluginChanged.Off(activation.Package));
    }

    /// <summary>What it does for all of them, once the first is in.</summary>
    public async Task ServerOn(Activation activation, CancellationToken cancellation)
    {
        if (!activation.Leases.IsOpen(JobKey.Server))
        {
            activation.Leases.Open(JobKey.Server);
            await jobs.On(activation, JobKey.Server, cancellation);
        }
    }

    public async Task ServerOff(Activation activation, CancellationToken cancellation)
    {
        await jobs.Off(activation.Id, JobKey.Server, cancellation);
        await activation.Leases.Close(JobKey.Server, DrainServer);
    }

    public async Task AllOff(Activation activation, DisableReason reason, CancellationToken cancellation)
    {
        await Task.WhenAll(activation.Leases.Organizations.Select(id => Off(activation, id, reason, cancellation)));
        await ServerOff(activation, cancellation);
    }

    /// <summary>A newer version has taken over: whoever is inside the old one may finish, and nobody is told of an end.</summary>
    public async Task Leave(Activation old)
    {
        Guid[] all = [.. old.Leases.Organizations, JobKey.Server];
        foreach (var id in all)
        {
            jobs.Interrupt(old.Id, id);
        }

        await Task.WhenAll(all.Select(id => old.Leases.Close(id, Drain)));
    }
}
