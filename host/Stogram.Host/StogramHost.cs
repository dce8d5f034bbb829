using Npgsql;
using Stogram.Core;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Host.Admin;
using Stogram.Host.Realtime;
using Stogram.Host.Web;

namespace Stogram.Host;

/// <summary>The whole server on a database that is there already.</summary>
internal static class StogramHost
{
    public static WebApplication Build(WebApplicationBuilder builder, string connectionString, CoreOptions options)
    {
        var database = new NpgsqlDataSourceBuilder(connectionString).Build();
        var services = builder.Services;
        services.AddStogramCore(database, options);
        services.AddSingleton<Connections>();
        services.AddSingleton<IBus, LocalBus>();
        services.AddSignalR(hub =>
            {
                hub.MaximumParallelInvocationsPerClient = 16;
                hub.MaximumReceiveMessageSize = 1 << 20;
                hub.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, CoreJson.Default));
        services.AddStogramErrors();
        services.AddStogramOpenApi();
        services.AddSingleton<Readiness>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        var app = builder.Build();
        app.UseStogramErrors();
        app.UseSecurityHeaders();
        app.UseWebSockets();
        app.UseWebApps();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        var api = app.MapStogramCore();
        api.MapAdminPlugins();
        app.MapHub<StogramHub>("/hub").RequireAuthorization();
        app.MapHealth();
        app.MapOpenApi();
        app.MapWebAppFallbacks();
        return app;
    }

    /// <summary>Brings the database up to date; then the server may serve.</summary>
    public static async Task Prepare(WebApplication app, CancellationToken cancellation)
    {
        await app.Services.PrepareStogramCore(cancellation);
        app.Services.GetRequiredService<Readiness>().IsReady = true;
    }
}
