using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Stogram.Core;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Admin;
using Stogram.Host.Limits;
using Stogram.Host.Plugins;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;
using Stogram.Host.Plugins.Web;
using Stogram.Host.Realtime;
using Stogram.Host.Startup;
using Stogram.Host.Web;

namespace Stogram.Host;

/// <summary>The whole server on a database that is there already.</summary>
internal static class StogramHost
{
    public static WebApplication Build(HostSettings settings, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = ContentRoot.Find() });
        builder.AddStogramLog(settings.Data);
        builder.WebHost.Listen(settings);
        var services = builder.Services;
        services.AddStogramCore(OpenDatabase.With(settings.ConnectionString), settings.ForCore(time));
        services.AddDataProtection().SetApplicationName("stogram")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.Keys));
        services.AddSingleton(settings.Node);
        services.AddStogramRealtime(settings.Redis);
        services.AddSignalR(hub =>
            {
                hub.MaximumParallelInvocationsPerClient = 16;
                hub.MaximumReceiveMessageSize = 1 << 20;
                hub.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(json =>
            {
                json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, CoreJson.Default);
                json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(1, PluginJson.Default);
            });
        services.AddStogramPlugins(settings.Plugins, settings.Publishers, settings.PluginMemory, settings.ConnectionString);
        if (settings.DevPlugin is { } plugin)
        {
            services.AddPluginAuthoring(plugin);
        }

        services.AddStogramLimits(settings.RateLimits);
        services.AddStogramErrors();
        services.AddStogramOpenApi();
        services.AddSingleton<Readiness>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // For JSON; an upload counts its own bytes.
            kestrel.Limits.MaxRequestBodySize = 2 << 20;
        });

        var app = builder.Build();
        app.UseTrustedProxies(settings.TrustedProxies);
        app.UseStogramErrors();
        app.UseSecurityHeaders();
        app.UseWebSockets();
        app.UseWebApps();
        app.UseRouting();
        app.UseWebAppPages();
        app.UseAuthentication();
        app.UseStogramLimits();
        app.UseAuthorization();
        app.MapOnce(routes =>
        {
            var api = routes.MapStogramCore();
            api.MapPlugins();
            api.MapChatSettings();
            api.MapAdminPlugins();
            api.MapAdminJobs();
            api.MapOperatorPlugins();
            routes.MapPluginFiles();
            routes.MapHub<StogramHub>("/hub").RequireAuthorization();
            routes.MapHealth();
            routes.MapOpenApi();
        });
        var plugged = app.Services.GetRequiredService<PluginEndpointSource>();
        ((IEndpointRouteBuilder)app).DataSources.Add(plugged);
        app.Lifetime.ApplicationStopped.Register(plugged.Close);
        return app;
    }

    /// <summary>Brings the database up to date; then the server may serve.</summary>
    public static async Task Prepare(WebApplication app, CancellationToken cancellation)
    {
        await app.Services.PrepareStogramCore(cancellation);
        await CheckBucket(app, cancellation);
        await app.Services.GetRequiredService<RunPlugins>().Prepare(cancellation);
        app.Services.GetRequiredService<Readiness>().IsReady = true;
    }

    /// <summary>Chats go on without it: what cannot be reached now is said, and asked again by whoever sends a file.</summary>
    private static async Task CheckBucket(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.Services.GetRequiredService<BlobStore>().Check(cancellation);
        }
        catch (BlobsUnavailableException e)
        {
            app.Logger.LogError(e.InnerException, "The bucket of Stogram__Storage__S3 cannot be used: files cannot be sent or read until it can");
        }
    }

    /// <summary>
    /// The code that makes the first account from another machine; null once there is one, or where only this machine
    /// can reach the server.
    /// </summary>
    public static async Task<string?> SetupCode(WebApplication app, HostSettings settings, CancellationToken cancellation)
    {
        if (settings.IsLoopback)
        {
            return null;
        }

        var contexts = app.Services.GetRequiredService<IDbContextFactory<StogramContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var first = await db.Organizations.Where(organization => organization.DeletedAt == null)
            .OrderBy(organization => organization.CreatedAt).FirstAsync(cancellation);
        return await FirstAccount.IsOpen(db, first.Id, cancellation)
            ? app.Services.GetRequiredService<FirstAccount>().SetupCode(first.Id)
            : null;
    }
}
