using System.Text.Json;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Jobs;

internal sealed class PluginJobs(PluginInfo info, Leases leases, JobStore store, JobClock clock, TimeProvider time) : IJobs
{
    private const int LongestPayload = 64 * 1024;

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public async ValueTask<bool> EnqueueAsync(JobRequest job, CancellationToken cancellation)
    {
        if (info.Contributes.Jobs.FirstOrDefault(one => one.Name == job.Name) is not { } declared)
        {
            throw new UndeclaredException($"The job {job.Name}", $"\"jobs\": [{{ \"name\": \"{job.Name}\" }}]");
        }

        if (declared.Scope != JobKey.Scope(job.OrganizationId))
        {
            throw new ArgumentException(declared.Scope == JobScope.Server
                ? $"The job {job.Name} is the server's: enqueue it without an organization (Guid.Empty)."
                : $"The job {job.Name} is an organization's: say whose.");
        }

        if (!IsOn(job.OrganizationId))
        {
            return false;
        }

        var key = new JobKey(info.Id, job.OrganizationId, job.JobId);
        if (await store.Add(key, job.Name, Payload(job), job.DueAt ?? time.GetUtcNow(), cancellation) is { } waiting)
        {
            // While it is being switched on it waits for that: what is in the table then is scheduled.
            if (leases.IsOpen(job.OrganizationId))
            {
                await clock.Schedule([waiting], CancellationToken.None);
            }

            return true;
        }

        return await store.Exists(key, cancellation)
            ? true
            : throw new InvalidOperationException($"{JobStore.MostWaiting} jobs of {info.Id} wait already. This one is not kept.");
    }

    public async ValueTask<bool> CancelAsync(Guid organizationId, Guid jobId, CancellationToken cancellation) =>
        IsOn(organizationId) && await store.Cancel(new(info.Id, organizationId, jobId), cancellation);

    // The server's jobs are there while anybody has the plugin on.
    private bool IsOn(Guid organizationId) =>
        organizationId == JobKey.Server ? leases.Organizations.Count > 0 : leases.IsAdmitted(organizationId);

    private static JsonElement Payload(JobRequest job) => job.Payload switch
    {
        null => Nothing,
        { ValueKind: JsonValueKind.Object } payload when payload.GetRawText() is var text
            && text.Length <= LongestPayload && StorableJson.Is(payload) => payload,
        _ => throw new ArgumentException("The payload of a job is an object of at most 64 KiB, without characters that cannot be stored."),
    };
}
