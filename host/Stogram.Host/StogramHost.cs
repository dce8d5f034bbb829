using Stogram.Host.Startup;

namespace Stogram.Host;

internal static class StogramHost
{
    public static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.Listen(settings);
        var app = builder.Build();
        app.MapGet("/health/live", () => TypedResults.Ok());
        return app;
    }

    public static Task Prepare(WebApplication app, CancellationToken cancellation) => Task.CompletedTask;
}
