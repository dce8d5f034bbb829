using Stogram.Host.Admin;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Authoring;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.Jobs;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Plugins;

internal static class PluginServices
{
    public static void AddStogramPlugins(
        this IServiceCollection services, PluginFolders folders, Publishers publishers, PluginMemory memory, string connectionString)
    {
        services.AddSingleton(folders);
        services.AddSingleton(publishers);
        services.AddSingleton(memory);
        services.AddSingleton(new PluginConnection(connectionString));
        services.AddSingleton<InstallBundled>();
        services.AddSingleton<FindPackages>();
        services.AddSingleton<PackageVault>();
        services.AddSingleton<DemandSignature>();
        services.AddSingleton<PluginEndpointSource>();
        services.AddSingleton<RunEndpoint>();
        services.AddSingleton<BuildEndpoints>();
        services.AddSingleton<AskInterceptor>();
        services.AddSingleton<EnterOrganization>();
        services.AddSingleton<TellLost>();
        services.AddSingleton<DeliverEvent>();
        services.AddSingleton<TrimOutbox>();
        services.AddSingleton<PluginCommands>();
        services.AddSingleton<SettingSecrets>();
        services.AddSingleton<TakeValues>();
        services.AddSingleton<SettingChanges>();
        services.AddSingleton<ChatSettings>();
        services.AddScoped<ChangeChatSettings>();
        services.AddSingleton<MigratePlugin>();
        services.AddStogramJobs(connectionString);
        services.AddSingleton<PluginContainer>();
        services.AddSingleton<StartPlugin>();
        services.AddSingleton<InstalledPlugins>();
        services.AddSingleton<PluginStore>();
        services.AddSingleton<Catalog>();
        services.AddSingleton<FollowCatalog>();
        services.AddSingleton<StartReading>();
        services.AddSingleton<BootJournal>();
        services.AddSingleton<Requirements>();
        services.AddSingleton<TellOptional>();
        services.AddSingleton<UpgradePlugin>();
        services.AddSingleton<NodeStates>();
        services.AddSingleton<CostRows>();
        services.AddSingleton<Become>();
        services.AddSingleton<SwitchOrganization>();
        services.AddSingleton<TakeOut>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<RunPlugins>();
        services.AddHostedService(provider => provider.GetRequiredService<RunPlugins>());
        services.AddHostedService<WatchMemory>();
        services.AddSingleton<ListPlugins>();
        services.AddScoped<SwitchPlugin>();
        services.AddScoped<ChangeSettings>();
        services.AddSingleton<KnownMigrations>();
        services.AddSingleton<PurgePlugin>();
        services.AddSingleton<ListPackages>();
        services.AddScoped<UploadPackage>();
        services.AddScoped<InstallPackage>();
        services.AddScoped<RemovePlugin>();
        services.AddSingleton<ReadHealth>();
        services.AddSingleton<ReadJobs>();
        services.AddScoped<ChangeJob>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(PluginJson.Default));
    }

    public static void AddPluginAuthoring(this IServiceCollection services, DevPlugin plugin) =>
        services.AddSingleton(plugin).AddSingleton<TakeBuild>().AddHostedService<FollowSource>();
}
