using Npgsql;
using Stogram.Core.Realtime;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.Jobs;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Activations;

/// <summary>
/// A plugin's own container. The host's singletons go in as instances, so disposing it never disposes them; nothing of
/// the plugin's ever goes into the host's, which would keep its types for good.
/// </summary>
internal sealed class PluginContainer(
    ILoggerFactory loggers, TimeProvider time, NpgsqlDataSource database, IBus bus, IServiceScopeFactory scopes, JobStore jobs, JobClock clock,
    InstalledPlugins plugins)
{
    public LogTail Tail() => new(loggers, time);

    public ServiceCollection Start(PluginInfo info, Leases leases, PluginDatabase? own, LogTail tail)
    {
        var services = new ServiceCollection();
        services.AddOptions();
        // What cannot be bound then arrives as an exception, which the host answers with the envelope.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<ILoggerFactory>(tail);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(time);
        services.AddSingleton<IChats>(new PluginChats(info, leases, database));
        services.AddSingleton<IUsers>(new PluginUsers(info, leases, database));
        services.AddSingleton<IMessages>(new PluginMessages(info, leases, database, scopes));
        services.AddSingleton<IRealtime>(new PluginRealtime(info, leases, database, bus));
        services.AddSingleton<IProviders>(new PluginProviders(info, leases, plugins, database));
        if (info.Contributes.Jobs.Count > 0)
        {
            services.AddSingleton<IJobs>(new PluginJobs(info, leases, jobs, clock, time));
        }

        if (own is not null)
        {
            services.AddSingleton<IPluginDatabase>(own);
        }

        return services;
    }

    public static ServiceProvider Finish(ServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
}
