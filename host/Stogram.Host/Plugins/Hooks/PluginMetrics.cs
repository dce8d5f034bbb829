using System.Diagnostics.Metrics;

namespace Stogram.Host.Plugins.Hooks;

internal static class PluginMetrics
{
    private static readonly Meter Meter = new("Stogram.Plugins");

    /// <summary>Interceptors that took longer than 250 ms, by plugin.</summary>
    public static readonly Counter<long> SlowInterceptors = Meter.CreateCounter<long>("stogram.plugins.interceptors.slow");

    /// <summary>What calls into plugins took, in milliseconds, by plugin and hook.</summary>
    public static readonly Histogram<double> Calls = Meter.CreateHistogram<double>("stogram.plugins.calls", "ms");

    /// <summary>Calls that threw or took too long, by plugin and hook.</summary>
    public static readonly Counter<long> Faults = Meter.CreateCounter<long>("stogram.plugins.faults");

    /// <summary>What plugins allocated, in bytes, by plugin; most of it is garbage at once.</summary>
    public static readonly Counter<long> Allocated = Meter.CreateCounter<long>("stogram.plugins.allocated", "By");
}
