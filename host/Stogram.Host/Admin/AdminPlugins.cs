using Stogram.Core.Shared;

namespace Stogram.Host.Admin;

internal static class AdminPlugins
{
    public static void MapAdminPlugins(this RouteGroupBuilder api) =>
        api.MapGet("/admin/plugins", (Caller caller) => List(caller))
            .WithTags("Administration").WithSummary("The plugins of this server and their state for my organization");

    private static Outcome<PluginView[]> List(Caller caller) =>
        caller.IsAdministrator
            ? Array.Empty<PluginView>()
            : Refusal.Forbidden("Only the organization's administrators can see this.");
}

public sealed record PluginView(string Id, string Name, string Version, bool Enabled, string State, string? Reason);
