using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Stogram.Core.Limits;
using Stogram.Core.Shared;
using Stogram.Host.Realtime.Redis;

namespace Stogram.Host.Limits;

internal static class LimitServices
{
    public static void AddStogramLimits(this IServiceCollection services, LimitSettings settings)
    {
        services.AddSingleton(settings);
        if (!settings.IsEnabled)
        {
            services.AddSingleton<ILimits, NoLimits>();
            return;
        }

        services.AddSingleton<PartitionedRateLimiter<Ticket>>(provider => provider.GetService<Relay>() is { } relay
            ? new LimitsShared(relay, LimitsHere.Create(settings.Factor), settings.Factor)
            : LimitsHere.Create(settings.Factor));
        services.AddSingleton<CountUses>();
        services.AddSingleton<ILimits>(provider => provider.GetRequiredService<CountUses>());
        services.AddRateLimiter(limiter => limiter.OnRejected = CountUses.Refuse);
        services.AddOptions<RateLimiterOptions>().Configure<CountUses>((limiter, count) => limiter.GlobalLimiter = count.OfRequests());
    }

    /// <summary>After the caller is known and before a request is let in: a guess counts, too.</summary>
    public static void UseStogramLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<LimitSettings>().IsEnabled)
        {
            app.UseRateLimiter();
        }
    }

    private sealed class NoLimits : ILimits
    {
        public ValueTask<Refusal?> Take(Limit limit, string account, CancellationToken cancellation) => default;
    }
}
