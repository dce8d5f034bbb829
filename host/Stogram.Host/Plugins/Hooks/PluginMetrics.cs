using System.Diagnostics.Metrics;

namespace Stogram.Host.Plugins.Hooks;

internal static class PluginMetrics
{
    private static readonly Meter Meter = new("Stogram.Plugins");

    /// <summary>Interceptors that took longer than 250 ms, by plugin.</summary>
    public static readonly Counter<long> SlowInterceptors = Meter.CreateCounter<long>("stogram.plugins.interceptors.slow");
}
