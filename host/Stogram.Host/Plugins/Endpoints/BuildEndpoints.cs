using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Stogram.Core.Limits;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Web;

namespace Stogram.Host.Plugins.Endpoints;

/// <summary>A plugin's routes below its own path, each wrapped in what a plugin cannot drop: sign-in, the switch, the limits.</summary>
internal sealed class BuildEndpoints(RunEndpoint run)
{
    public IReadOnlyList<Endpoint> Of(Activation activation)
    {
        var builder = new CollectRoutes(activation.Services);
        var group = builder.MapGroup($"/api/{activation.Id}");
        foreach (var map in activation.Registrations.Endpoints)
        {
            map(group);
        }

        return [.. builder.Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => Wrap(endpoint, activation))];
    }

    private RouteEndpoint Wrap(RouteEndpoint endpoint, Activation activation)
    {
        var inner = endpoint.RequestDelegate!;
        var metadata = endpoint.Metadata
            .Where(one => one is not (IAllowAnonymous or IAuthorizeData or IRequestSizeLimitMetadata or AuthorizationPolicy
                or DisableRateLimitingAttribute or EnableRateLimitingAttribute or Limit))
            .Append(new AuthorizeAttribute()).Append(LimitTable.Plugin(activation.Id));
        return new(
            context => run.Run(context, activation, inner), endpoint.RoutePattern, endpoint.Order,
            new(metadata), $"{activation.Id}: {endpoint.DisplayName}");
    }
}
