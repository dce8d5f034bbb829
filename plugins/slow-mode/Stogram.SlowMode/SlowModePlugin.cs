using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Plugins;
using Stogram.SlowMode.Intervals;
using Stogram.SlowMode.Turns;

namespace Stogram.SlowMode;

/// <summary>
/// Intervals and turns stay in the database while the plugin is off: switched on again, every chat is as slow as it
/// was. So there is nothing to do on start, stop, enable or disable.
/// </summary>
public sealed class SlowModePlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SlowModeJson.Default))
            .AddScoped<ReadInterval>()
            .AddScoped<SetInterval>();
        plugin.Settings(SlowModeJson.Default.SlowModeSettings)
            .Endpoints(IntervalRoutes.Map)
            .Intercept<TakeTurn>();
    }
}
