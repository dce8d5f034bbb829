using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Plugins;

namespace Stogram.Troubled;

/// <summary>A package whose id names a stage fails there; once it runs, its settings say at which hook it does what.</summary>
public sealed class TroubledPlugin : IPlugin
{
    private string id = "";

    public void Configure(IPluginBuilder plugin)
    {
        id = plugin.Info.Id;
        FailIf("bad-configure");
        plugin.Services.AddSingleton(plugin.Info);
        plugin.Settings(TroubledJson.Default.TroubledSettings);
        plugin.Endpoints(routes => routes.MapGet("/{trouble}", async (string trouble, CancellationToken cancellation) =>
        {
            await Trouble.Make(trouble, cancellation);
            return Answer.Done;
        }));
        plugin.Endpoints(routes => routes.MapGet("/open", () => Answer.Done).AllowAnonymous().DisableRateLimiting());
        plugin.Endpoints(routes => routes.MapGet("/words", () => Answer.Ok(Words.Say(), TroubledJson.Default.String)));
        plugin.Endpoints(routes => routes.MapGet("/stream", async (HttpContext context, CancellationToken cancellation) =>
        {
            for (; ; await Task.Delay(50, cancellation))
            {
                await context.Response.WriteAsync("and on ", cancellation);
                await context.Response.Body.FlushAsync(cancellation);
            }
        }));
        plugin.Endpoints(routes => routes.MapPost("/swallow", async (HttpContext context, CancellationToken cancellation) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, cancellation);
            Trouble.Swallowed.TrySetResult();
            return Answer.Done;
        }));
        plugin.Endpoints(routes => routes.MapPost("/toil", async (PluginCaller caller, IJobs jobs, CancellationToken cancellation) =>
        {
            await jobs.EnqueueAsync(new() { OrganizationId = caller.OrganizationId, Name = "toil", JobId = Guid.CreateVersion7() }, cancellation);
            return Answer.Done;
        }));
        plugin.Intercept<Trip>();
        plugin.Job<Toil>("toil");
        plugin.Command<Do>(plugin.Info.Contributes.Commands.FirstOrDefault() ?? "troubled:undeclared");
        plugin.On<MessagePosted>((e, services, cancellation) => MakeAt("handle", services, e.OrganizationId, cancellation));
    }

    public async ValueTask StartAsync(IServiceProvider services, CancellationToken cancellation)
    {
        FailIf("bad-start");
        switch (id)
        {
            case "bad-kill" when Environment.GetEnvironmentVariable("TROUBLE") == "overflow":
                Deepen(0);
                break;
            case "bad-kill":
                Environment.FailFast("bad-kill, as its name says");
                break;
            case "slow-start":
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            case "own-route":
                await AskItself(cancellation);
                break;
        }
    }

    public async ValueTask StopAsync(CancellationToken cancellation)
    {
        if (id == "deaf-stop")
        {
            await Trouble.Make("deaf", cancellation);
        }
    }

    public ValueTask EnabledAsync(OrganizationContext organization, CancellationToken cancellation) =>
        MakeAt("enable", organization.Services, organization.OrganizationId, cancellation);

    public ValueTask DisabledAsync(OrganizationContext organization, DisableReason reason, CancellationToken cancellation) =>
        MakeAt("disable", organization.Services, organization.OrganizationId, cancellation);

    internal static async ValueTask MakeAt(string hook, IServiceProvider services, Guid organizationId, CancellationToken cancellation)
    {
        var settings = services.GetRequiredService<IPluginSettings<TroubledSettings>>().For(organizationId);
        if (settings.At == hook || settings.At == "every hook")
        {
            await Trouble.Make(settings.Trouble, cancellation);
        }
    }

    private static int Deepen(int depth) => Deepen(depth + 1) + 1;

    // The test has put down beside it whom to ask, and in whose name.
    private static async Task AskItself(CancellationToken cancellation)
    {
        var own = await File.ReadAllLinesAsync(Path.Combine(Path.GetDirectoryName(typeof(TroubledPlugin).Assembly.Location)!, "own.txt"), cancellation);
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", own[1]) } };
        using var answer = await http.GetAsync(own[0], cancellation);
        if (answer.StatusCode != HttpStatusCode.NotFound)
        {
            throw new TroubleException($"asked itself, and was answered {answer.StatusCode}");
        }
    }

    private void FailIf(string name)
    {
        if (id == name)
        {
            throw new TroubleException($"{name}, as its name says");
        }
    }
}
