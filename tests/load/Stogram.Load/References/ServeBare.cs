using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stogram.Core.Shared;

namespace Stogram.Load.References;

/// <summary>SignalR and WebSockets on Kestrel with nothing around them: what the platform costs by itself.</summary>
internal static class ServeBare
{
    public static async Task<int> Run(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<BareSockets>();
        builder.Services.AddSignalR().AddJsonProtocol(json =>
            json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, CoreJson.Default));
        await using var app = builder.Build();
        app.UseWebSockets();
        app.MapHub<BareHub>("/hub");
        app.Map("/sockets", app.Services.GetRequiredService<BareSockets>().Serve);
        await app.StartAsync(cancellation);
        Console.WriteLine($"Bare at {app.Urls.Single()}");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
