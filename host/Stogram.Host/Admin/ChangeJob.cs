using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Jobs;

namespace Stogram.Host.Admin;

/// <summary>What administrators do about one job.</summary>
internal sealed class ChangeJob(JobStore store, JobClock clock)
{
    public Task<Outcome<Nothing?>> Retry(Caller caller, string plugin, Guid id, CancellationToken cancellation) =>
        Change(caller, plugin, id, async key =>
        {
            if (await store.Again(key, cancellation) is not { } waiting)
            {
                return false;
            }

            await clock.Schedule([waiting], CancellationToken.None);
            return true;
        });

    public Task<Outcome<Nothing?>> Cancel(Caller caller, string plugin, Guid id, CancellationToken cancellation) =>
        Change(caller, plugin, id, key => store.Cancel(key, cancellation));

    private static async Task<Outcome<Nothing?>> Change(Caller caller, string plugin, Guid id, Func<JobKey, Task<bool>> change)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        foreach (var whose in JobKey.Of(caller))
        {
            if (await change(new(plugin, whose, id)))
            {
                return Nothing.Done;
            }
        }

        return Refusal.NotFound;
    }
}
