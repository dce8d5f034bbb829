using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.State;
using Stogram.Host.Startup;

namespace Stogram.Host.Admin;

internal sealed class ListPlugins(InstalledPlugins plugins, Requirements requirements, PluginStore store, CostRows costs, Node node)
{
    public async Task<Outcome<PluginView[]>> Run(Caller caller, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var shared = await costs.Read(plugins.All, cancellation);
        var views = new List<PluginView>();
        foreach (var plugin in plugins.All)
        {
            var desired = await store.Read(plugin.Id, cancellation);
            views.Add(View(plugin, desired.IsOn(caller.OrganizationId), shared.GetValueOrDefault(plugin.Id)?.Slowest));
        }

        return views.ToArray();
    }

    private PluginView View(InstalledPlugin plugin, bool enabled, double? slowest)
    {
        var info = plugin.Package.Info;
        var faults = plugin.Activation?.Faults;
        var reason = plugin.Reason ?? (plugin.State == PluginState.Running ? requirements.Ignored(plugin) : null);
        return new(
            info.Id, info.Local(info.Name), info.Local(info.Description), info.Version, enabled, plugin.State.Word(), reason,
            plugin.Since == default ? null : plugin.Since, node.Name, slowest, info.Permissions, info.Contributes,
            new(faults?.Total ?? 0, faults?.Last));
    }
}
