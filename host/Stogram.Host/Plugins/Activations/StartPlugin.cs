using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.Loading;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;
using Stogram.Host.Startup;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Activations;

/// <summary>From a package to a running plugin, stage by stage; a stage that fails says which and why.</summary>
internal sealed class StartPlugin(
    PluginContainer container,
    MigratePlugin migrate,
    PluginConnection connection,
    BuildEndpoints endpoints,
    BootJournal journal,
    SettingSecrets secrets,
    TimeProvider time,
    ILogger<StartPlugin> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    public async Task<Activation> Run(
        PluginPackage package, Action<PluginState> entered, Action<string> quarantine, CancellationToken cancellation)
    {
        entered(PluginState.Loading);
        CheckContract(package);
        using var mark = journal.Starting(package.Info.Id);
        var context = new PluginLoadContext(package.EntryPath, $"{package.Info.Id} {package.Info.Version}");
        Activation? activation = null;
        var stage = PluginState.Binding;
        try
        {
            entered(stage);
            activation = await Within("Configure", () => Bind(package, context, quarantine), cancellation);
            entered(stage = PluginState.Migrating);
            await Migrate(activation, cancellation);
            entered(stage = PluginState.Starting);
            await Start(activation, cancellation);
            return activation;
        }
        catch (Exception e) when (e is not StartException)
        {
            if (activation is not null)
            {
                await StopPlugin.Release(activation);
            }

            context.Unload();
            cancellation.ThrowIfCancellationRequested();
            // Only its words go on: the exception may be of the plugin's own type.
            throw new StartException(stage, e is UndeclaredException or BindException or MigrationException or PluginFault
                ? e.Message
                : Guard.Describe(e));
        }
    }

    private static void CheckContract(PluginPackage package)
    {
        if (!ContractRange.Holds(package.Info.Contract, ContractRange.Current))
        {
            throw new StartException(
                PluginState.Loading,
                $"contract: it was built for {package.Info.Contract}, this server has {ContractRange.Current.ToString(3)}.");
        }
    }

    // There is no guard yet, and a constructor may be as slow as anything.
    private async Task<T> Within<T>(string hook, Func<T> call, CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(call, CancellationToken.None).WaitAsync(Budget, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new BindException($"{hook} took longer than {Budget.TotalSeconds:0} s; restart node {Node.DefaultName} to free its thread.");
        }
    }

    private Activation Bind(PluginPackage package, PluginLoadContext context, Action<string> quarantine)
    {
        var info = package.Info;
        var leases = new Leases();
        var faults = new FaultWindow(time);
        var values = new PluginValues(package.Settings, secrets);
        var database = info.Data is null ? null : new PluginDatabase(connection, info.Id);
        var (costs, tail) = (new HookCosts(info.Id, time), container.Tail());
        var services = container.Start(info, leases, database, tail);
        var builder = new PluginBuilder(info, services, values);
        costs.Enter(nameof(IPlugin.Configure));
        var plugin = BindPlugin.From(package, context);
        plugin.Configure(builder);
        foreach (var missing in builder.Registrations.Missing(info))
        {
            log.LogWarning("Plugin {Plugin} declares {Missing} and does not register it", info.Id, missing);
        }

        var activation = new Activation(package, context, leases, faults, new(info.Id, faults, costs, quarantine, time, log), values)
        {
            Costs = costs,
            Log = tail,
            Plugin = plugin,
            Registrations = builder.Registrations,
            Services = PluginContainer.Finish(services),
            Database = database,
        };
        activation.Endpoints = endpoints.Of(activation);
        costs.Leave(nameof(IPlugin.Configure));
        return activation;
    }

    private async Task Migrate(Activation activation, CancellationToken cancellation)
    {
        if (activation.Database is { } database)
        {
            database.Access = await migrate.Run(activation.Package, cancellation);
        }
    }

    private static async Task Start(Activation activation, CancellationToken cancellation)
    {
        await activation.Guard.Call(
            "StartAsync", Budget, null,
            async token =>
            {
                await activation.Plugin.StartAsync(activation.Services, token);
                await using var scope = activation.Scope();
                activation.Priorities =
                    [.. activation.Registrations.Interceptors.Select(one => one.Make(scope.ServiceProvider).Priority)];
                return true;
            },
            cancellation);
        activation.HasStarted = true;
    }
}

/// <summary>A plugin did not start; carries words alone.</summary>
internal sealed class StartException(PluginState stage, string reason) : Exception(reason)
{
    public PluginState Stage => stage;
}
