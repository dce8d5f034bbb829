using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Stogram.Plugins;

/// <summary>Entity Framework Core on the plugin's own schema.</summary>
public static class PluginDbContext
{
    /// <summary>
    /// Adds a context, one for each scope, with a constructor that takes <see cref="DbContextOptions{TContext}"/>. Needs
    /// <c>"data"</c> in the manifest, whose numbered SQL files make the tables: nothing is migrated by the context. EF Core keeps
    /// what it has built of a context for as long as the process runs, unless that has services of its own, as here: use this
    /// in place of <c>AddDbContext</c>, or the plugin's code never leaves memory.
    /// </summary>
    public static IServiceCollection AddPluginDbContext<TContext>(this IServiceCollection services)
        where TContext : DbContext
    {
        services.TryAddSingleton<ContextServices>();
        return services
            .AddSingleton(plugin => new DbContextOptionsBuilder<TContext>()
                .UseNpgsql(plugin.GetRequiredService<IPluginDatabase>().Source)
                .UseInternalServiceProvider(plugin.GetRequiredService<ContextServices>().Provider)
                .Options)
            .AddScoped<TContext>();
    }

    /// <summary>Gone with the plugin's container.</summary>
    private sealed class ContextServices(ILoggerFactory loggers) : IAsyncDisposable
    {
        public ServiceProvider Provider { get; } = new ServiceCollection().AddSingleton(loggers).AddEntityFrameworkNpgsql().BuildServiceProvider();

        public ValueTask DisposeAsync() => Provider.DisposeAsync();
    }
}
