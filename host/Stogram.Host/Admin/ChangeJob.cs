using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Jobs;

namespace Stogram.Host.Admin;

/// <summary>What administrators do about one job.</summary>
internal sealed class ChangeJob(JobStore store, JobClock clock)
{
    public async Task<Outcome<Nothing?>> Retry(Caller caller, string plugin, Guid id, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (await store.Again(new(plugin, caller.OrganizationId, id), cancellation) is not { } waiting)
        {
            return Refusal.NotFound;
        }

        await clock.Schedule([waiting], CancellationToken.None);
        return Nothing.Done;
    }

    public async Task<Outcome<Nothing?>> Cancel(Caller caller, string plugin, Guid id, CancellationToken cancellation) =>
        Administrators.Refuse(caller) is { } refusal ? refusal
        : await store.Cancel(new(plugin, caller.OrganizationId, id), cancellation) ? Nothing.Done
        : Refusal.NotFound;
}
