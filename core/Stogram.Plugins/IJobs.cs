using System.Text.Json;

namespace Stogram.Plugins;

/// <summary>Puts work of this plugin into the queue. Needs the job's name in <c>"jobs"</c>, else throws <see cref="UndeclaredException"/>.</summary>
public interface IJobs
{
    /// <summary>
    /// Keeps the job until it is done: over a restart, a crash, and while the plugin is off, where it waits. The same
    /// <see cref="JobRequest.JobId"/> again changes nothing. False where the plugin is off. Where 10,000 wait already it
    /// throws <see cref="InvalidOperationException"/>.
    /// </summary>
    ValueTask<bool> EnqueueAsync(JobRequest job, CancellationToken cancellation = default);

    /// <summary>
    /// Takes a waiting job out of the queue, or cancels a running one. False where there is nothing to cancel. Of a job of scope
    /// <c>server</c> the organization is <see cref="Guid.Empty"/>.
    /// </summary>
    ValueTask<bool> CancelAsync(Guid organizationId, Guid jobId, CancellationToken cancellation = default);
}

/// <summary>Work to be done.</summary>
public sealed record JobRequest
{
    /// <summary>On whose behalf; <see cref="Guid.Empty"/> for a job of scope <c>server</c>, and for no other.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The name in the manifest.</summary>
    public required string Name { get; init; }

    /// <summary>Made from what caused it, it keeps an event that comes twice from being worked off twice.</summary>
    public Guid JobId { get; init; } = Guid.CreateVersion7();

    /// <summary>What it needs to know: an object of at most 64 KiB.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>Not before then; at once where nothing is said.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
