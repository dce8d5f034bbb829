using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Loading;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.Settings;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Activations;

/// <summary>A plugin's code in memory, with all that the host handed out to it. Held by the registry alone.</summary>
internal sealed class Activation(PluginPackage package, PluginLoadContext context, Leases leases, FaultWindow faults, Guard guard, PluginValues values)
{
    public string Id => package.Info.Id;

    public PluginPackage Package => package;

    // Held while it runs: a context that nobody holds may be collected before anyone unloads it.
    public PluginLoadContext Context => context;

    public Leases Leases => leases;

    public FaultWindow Faults => faults;

    public Guard Guard => guard;

    public required HookCosts Costs { get; init; }

    public required LogTail Log { get; init; }

    public PluginValues Values => values;

    public required IPlugin Plugin { get; init; }

    public required Registrations Registrations { get; init; }

    public required ServiceProvider Services { get; init; }

    public PluginDatabase? Database { get; init; }

    public IReadOnlyList<Endpoint> Endpoints { get; set; } = [];

    /// <summary>What <see cref="IMessageInterceptor.Priority"/> said, in the order of registration.</summary>
    public IReadOnlyList<int> Priorities { get; set; } = [];

    /// <summary>Of the plugins it can make use of, those that it was told are on beside it.</summary>
    public HashSet<(Guid OrganizationId, OptionalPlugin Other)> Beside { get; } = [];

    /// <summary>Set when its code ran to the end of <see cref="IPlugin.StartAsync"/>.</summary>
    public bool HasStarted { get; set; }

    public bool IsOut => leases.IsShut;

    public bool IsOpen(Guid organizationId) => leases.IsOpen(organizationId);

    public AsyncServiceScope Scope() => Services.CreateAsyncScope();
}
