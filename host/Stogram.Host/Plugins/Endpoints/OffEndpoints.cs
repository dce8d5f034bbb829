using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Patterns;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;

namespace Stogram.Host.Plugins.Endpoints;

/// <summary>What answers below an installed plugin's path where none of its own routes does.</summary>
internal static class OffEndpoints
{
    public static RouteEndpoint Of(string pluginId, Func<string, Leases?> leases) => new(
        context => Answer(context, pluginId, leases(pluginId)),
        RoutePatternFactory.Parse($"/api/{pluginId}/{{**path}}"),
        int.MaxValue - 1,
        new(new AuthorizeAttribute()),
        $"{pluginId}: off");

    private static Task Answer(HttpContext context, string pluginId, Leases? leases)
    {
        var caller = context.Features.Get<Caller>()!;
        return leases?.IsOpen(caller.OrganizationId) is true
            ? EnvelopeWriter.Write(context, Refusal.NotFound)
            : leases?.IsAdmitted(caller.OrganizationId) is true
                ? PluginRefusals.Draining(context)
                : PluginRefusals.Disabled(context, pluginId);
    }
}
