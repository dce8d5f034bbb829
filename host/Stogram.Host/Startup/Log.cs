using System.Globalization;
using Serilog;
using Serilog.Events;

namespace Stogram.Host.Startup;

internal static class Log
{
    /// <summary>
    /// Warnings to the console, all else to a file a day, kept for two weeks. Requests are not logged by the framework:
    /// their addresses carry the hub's token.
    /// </summary>
    public static void AddStogramLog(this WebApplicationBuilder builder, DataFolder data)
    {
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            // It warns that its keys are not encrypted: they lie in the keys folder, which is the server's alone.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .WriteTo.Console(LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(data.Logs, "stogram-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14,
                formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
