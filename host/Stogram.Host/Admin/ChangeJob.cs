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

        foreach (var key in JobKey.Of(caller).Select(whose => new JobKey(plugin, whose, id)))
        {
            if (await store.Again(key, cancellation) is { } waiting)
            {
                await clock.Schedule([waiting], CancellationToken.None);
                return Nothing.Done;
            }
        }

        return Refusal.NotFound;
    }

    public async Task<Outcome<Nothing?>> Cancel(Caller caller, string plugin, Guid id, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        foreach (var key in JobKey.Of(caller).Select(whose => new JobKey(plugin, whose, id)))
        {
            if (await store.Cancel(key, cancellation))
            {
                return Nothing.Done;
            }
        }

        return Refusal.NotFound;
    }
}
