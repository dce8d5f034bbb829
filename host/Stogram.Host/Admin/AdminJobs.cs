using Stogram.Core.Shared;
using Stogram.Host.Web;

namespace Stogram.Host.Admin;

/// <param name="State">WAITING, RUNNING, DONE, FAILED or CANCELLED.</param>
/// <param name="IsHeld">It waits for the plugin to be on.</param>
/// <param name="Cron">When it runs by itself, in UTC; null for what was enqueued once.</param>
/// <param name="DueAt">When it runs next, where it waits.</param>
/// <param name="Attempt">How often it was tried.</param>
/// <param name="Share">How far it is, from 0 to 1, if it says.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="IsServer">It is done for the whole server; only operators see it.</param>
public sealed record JobView(
    string PluginId, string PluginName, Guid Id, string Name, string State, bool IsHeld, string? Cron, DateTimeOffset DueAt, int Attempt, int? Attempts,
    DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, double? Share, string? Note, string? Error, string? Node, bool IsServer);

/// <summary>What plugins do in the background, for an organization's administrators.</summary>
internal static class AdminJobs
{
    public static void MapAdminJobs(this RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/admin/jobs").WithTags("Administration").InTheirLanguage();
        jobs.MapGet("", (Caller caller, ReadJobs verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("Plugins' jobs in my organization: what runs, what failed, what comes next, what is done");
        jobs.MapPost("/{plugin}/{id:guid}/retry", (Caller caller, string plugin, Guid id, ChangeJob verb, CancellationToken cancellation) =>
            verb.Retry(caller, plugin, id, cancellation)).WithSummary("Run a job that failed or waits now");
        jobs.MapPost("/{plugin}/{id:guid}/cancel", (Caller caller, string plugin, Guid id, ChangeJob verb, CancellationToken cancellation) =>
            verb.Cancel(caller, plugin, id, cancellation)).WithSummary("Take a job out of the queue, or end its run");
    }
}
