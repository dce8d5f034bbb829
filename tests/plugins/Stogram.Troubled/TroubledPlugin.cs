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
        plugin.Settings(TroubledJson.Default.TroubledSettings);
        plugin.Endpoints(routes => routes.MapGet("/{trouble}", async (string trouble, CancellationToken cancellation) =>
        {
            await Trouble.Make(trouble, cancellation);
            return Answer.Done;
        }));
        plugin.Intercept<Trip>();
        plugin.Command<Do>(plugin.Info.Contributes.Commands.FirstOrDefault() ?? "troubled:undeclared");
        plugin.On<MessagePosted>((e, services, cancellation) => MakeAt("handle", services, e.OrganizationId, cancellation));
    }

    public ValueTask StartAsync(IServiceProvider services, CancellationToken cancellation)
    {
        FailIf("bad-start");
        if (id == "bad-kill")
        {
            Environment.FailFast("bad-kill, as its name says");
        }

        return default;
    }

    public ValueTask StopAsync(CancellationToken cancellation)
    {
        FailIf("bad-stop");
        return default;
    }

    public ValueTask EnabledAsync(OrganizationContext organization, CancellationToken cancellation) =>
        MakeAt("enable", organization.Services, organization.OrganizationId, cancellation);

    public ValueTask DisabledAsync(OrganizationContext organization, DisableReason reason, CancellationToken cancellation) =>
        MakeAt("disable", organization.Services, organization.OrganizationId, cancellation);

    internal static async ValueTask MakeAt(string hook, IServiceProvider services, Guid organizationId, CancellationToken cancellation)
    {
        var settings = services.GetRequiredService<IPluginSettings<TroubledSettings>>().For(organizationId);
        if (settings.At == hook)
        {
            await Trouble.Make(settings.Trouble, cancellation);
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
