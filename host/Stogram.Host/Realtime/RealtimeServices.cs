using Microsoft.AspNetCore.SignalR;
using Stogram.Core.Realtime;
using Stogram.Host.Realtime.Redis;

namespace Stogram.Host.Realtime;

internal static class RealtimeServices
{
    public static void AddStogramRealtime(this IServiceCollection services, RedisSettings? redis)
    {
        services.AddSingleton<Connections>();
        services.AddSingleton<Presences>();
        services.AddSingleton<FanOut>();
        services.AddSingleton<HubLifetimeManager<StogramHub>>(provider => provider.GetRequiredService<FanOut>());
        services.AddSingleton<ControlGate>();
        services.AddSingleton<LookAgain>();
        services.AddSingleton<SyncRequired>();
        services.AddSingleton<Interest>();
        services.AddSingleton<LocalBus>();
        services.AddHostedService<ControlTail>();
        if (redis is null)
        {
            services.AddSingleton<IBus>(provider => provider.GetRequiredService<LocalBus>());
            services.AddHosted<WhereaboutsHere>();
            services.AddSingleton<IWhereabouts>(provider => provider.GetRequiredService<WhereaboutsHere>());
        }
        else
        {
            services.AddSingleton(redis);
            services.AddHosted<AcquaintancesHere>();
            services.AddHosted<Relay>();
            services.AddHosted<Whereabouts>();
            services.AddSingleton<IBus, RedisBus>();
            services.AddSingleton<IWhereabouts>(provider => provider.GetRequiredService<Whereabouts>());
        }
    }

    private static void AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}
