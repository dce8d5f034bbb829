using System.Collections.Frozen;
using Stogram.Core.Messages;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>The plugins of this node, and the tables that lead into those which run. Tables are replaced whole.</summary>
internal sealed class InstalledPlugins(PluginEndpointSource endpoints, Interceptors interceptors, ClientExtras extras, AskInterceptor ask)
{
    private volatile FrozenDictionary<string, InstalledPlugin> all = FrozenDictionary<string, InstalledPlugin>.Empty;

    private volatile FrozenDictionary<string, Activation> commands = FrozenDictionary<string, Activation>.Empty;

    public IEnumerable<InstalledPlugin> All => all.Values.OrderBy(plugin => plugin.Id, StringComparer.Ordinal);

    /// <summary>Of those that are loaded on this node.</summary>
    public IEnumerable<Activation> Activations => All.Select(plugin => plugin.Activation).OfType<Activation>();

    public InstalledPlugin? Find(string id) => all.GetValueOrDefault(id);

    public Activation? FindCommand(string name) => commands.GetValueOrDefault(name);

    public InstalledPlugin? FindDeclaring(string command) =>
        all.Values.FirstOrDefault(plugin => plugin.Package.Info.Contributes.Commands.Contains(command));

    public void Add(InstalledPlugin plugin) => Become(all.Values.Append(plugin));

    public void Remove(InstalledPlugin plugin) => Become(all.Values.Where(one => one != plugin));

    private void Become(IEnumerable<InstalledPlugin> plugins)
    {
        all = plugins.ToFrozenDictionary(plugin => plugin.Id);
        Publish();
    }

    public void Refresh() => endpoints.Refresh();

    /// <summary>Leads into what runs now, and no longer into what does not.</summary>
    public void Publish()
    {
        var running = Activations.ToArray();
        commands = running
            .SelectMany(one => one.Registrations.Commands.Keys, (one, name) => KeyValuePair.Create(name, one))
            .ToFrozenDictionary();
        interceptors.InOrder = ask.InOrder(running);
        extras.Takers = [.. running.Where(one => one.Package.Info.Contributes.ClientExtra).Select(one => new ClientExtra(one.Id, one.IsOpen))];
        endpoints.Replace(
        [
            .. running.SelectMany(one => one.Endpoints),
            .. All.Select(plugin => OffEndpoints.Of(plugin.Id, id => Find(id)?.Activation?.Leases)),
        ]);
    }
}
