using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>Into a plugin for what must not be missed: waits for a switch that is on its way.</summary>
internal sealed class EnterOrganization(PluginStore store, TimeProvider time)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Null where the plugin is off. The database decides: another node may have switched it on, and this one is
    /// about to follow.
    /// </summary>
    public async Task<OrganizationLease?> Run(Activation activation, Guid organizationId, CancellationToken cancellation)
    {
        while (true)
        {
            if (activation.Leases.TryEnter(organizationId, out var lease) == Entry.Entered)
            {
                return lease;
            }

            var desired = await store.Read(activation.Id, cancellation);
            if (!desired.IsOn(organizationId))
            {
                return null;
            }

            await Task.Delay(Wait, time, cancellation);
        }
    }
}
