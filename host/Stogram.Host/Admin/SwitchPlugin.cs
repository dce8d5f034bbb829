using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

internal sealed class SwitchPlugin(InstalledPlugins plugins, PluginStore store, Reconciler reconciler)
{
    public async Task<Outcome<SwitchedView>> Run(
        Caller caller, string id, SwitchPluginRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (plugins.Find(id) is not { } plugin)
        {
            return Refusal.NotFound;
        }

        await store.Switch(caller.OrganizationId, plugin.Package, request.Enabled!.Value, caller.UserId, cancellation);
        // From here on it is switched, whether or not the administrator waits for the answer.
        await reconciler.Run(plugin, CancellationToken.None).WaitAsync(cancellation);
        return new SwitchedView(plugin.Id, request.Enabled.Value, plugin.State.Word(), plugin.Reason);
    }
}
