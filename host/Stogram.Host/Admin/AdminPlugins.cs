using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.State;
using Stogram.Host.Web;
using Stogram.Plugins;

namespace Stogram.Host.Admin;

/// <param name="State">INSTALLED, LOADING, BINDING, MIGRATING, STARTING, RUNNING, DRAINING, STOPPING, UNLOADING, UNLOADED, FAILED, QUARANTINED or LINGERING, on this node.</param>
/// <param name="Slowest">Milliseconds, p95 of its slowest hook in the last ten minutes, over all nodes; null where nothing was called.</param>
/// <param name="Faults">What it did wrong since it was started.</param>
public sealed record PluginView(
    string Id, string Name, string? Description, string Version, bool Enabled, string State, string? Reason, DateTimeOffset? Since,
    string Node, double? Slowest, IReadOnlyList<string> Permissions, PluginContributions Contributes, FaultsView Faults);

public sealed record FaultsView(int Count, string? Last);

/// <param name="Cascade">With it what it needs is switched on, and off what needs it; without, that is refused with their ids.</param>
public sealed record SwitchPluginRequest([property: Required] bool? Enabled, bool Cascade = false) : IRequest;

public sealed record SwitchedView(string Id, bool Enabled, string State, string? Reason);

/// <param name="Schema">JSON Schema of the values, or null where there is nothing to set.</param>
public sealed record SettingsView(JsonElement? Schema, JsonElement Values);

/// <summary>The plugins' page of an organization's administrators.</summary>
internal static class AdminPlugins
{
    public static void MapAdminPlugins(this RouteGroupBuilder api)
    {
        var plugins = api.MapGroup("/admin/plugins").WithTags("Administration").InTheirLanguage();
        plugins.MapGet("", (Caller caller, ListPlugins verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("The plugins of this server and their state for my organization");
        plugins.MapPut("/{id}", (Caller caller, string id, SwitchPluginRequest request, SwitchPlugin verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Switch a plugin on or off; answers once that holds");
        plugins.MapGet("/{id}/health", (Caller caller, string id, ReadHealth verb, CancellationToken cancellation) =>
            verb.Run(caller, id, cancellation)).WithSummary("What a plugin costs, hook by hook, and what it is behind with");
        plugins.MapGet("/{id}/settings", (Caller caller, string id, ChangeSettings verb, CancellationToken cancellation) =>
            verb.Read(caller, id, cancellation)).WithSummary("A plugin's settings in my organization");
        plugins.MapPut("/{id}/settings", (Caller caller, string id, JsonElement values, ChangeSettings verb, CancellationToken cancellation) =>
            verb.Write(caller, id, values, cancellation)).WithSummary("Replace a plugin's settings in my organization");
    }
}
