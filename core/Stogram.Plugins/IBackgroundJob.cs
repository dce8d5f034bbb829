using System.Text.Json;

namespace Stogram.Plugins;

/// <summary>
/// Work that nobody waits for: by the clock, later, or in a queue. Declared in the manifest's <c>"jobs"</c>, which also
/// says when it runs by itself, how long it may take and how often it is tried.
/// </summary>
public interface IBackgroundJob
{
    /// <summary>
    /// Does it, on one node of the cluster, at least once: what was interrupted by a crash or by switching the plugin off
    /// is run again from the start. Throwing means: try again later. Made anew, in a scope, for each run.
    /// </summary>
    Task RunAsync(JobRun run, CancellationToken cancellation);
}

/// <summary>One run of a job.</summary>
public sealed class JobRun
{
    /// <summary>The job; the same in every try.</summary>
    public required Guid JobId { get; init; }

    /// <summary>On whose behalf: an organization that has the plugin on. <see cref="Guid.Empty"/> in a job of scope <c>server</c>.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>That one; in a job of scope <c>server</c> all that had the plugin on here when the run began.</summary>
    public IReadOnlyList<Guid> Organizations { get; init; } = [];

    /// <summary>What was enqueued with it; an empty object where it runs by the clock.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary>1 at first.</summary>
    public required int Attempt { get; init; }

    internal Action<double, string?> Told { get; init; } = (_, _) => { };

    /// <summary>Tells administrators how far it is. Cheap: of many calls the last within a second is shown.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="note">A few words, at most 200 characters.</param>
    public void Report(double share, string? note = null) => Told(share, note);
}
