using Npgsql;
using Quartz;
using Stogram.Host.Plugins.Activations;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>
/// Jobs follow the switch of each organization, and those of the server the plugin itself: what waits is given to the
/// scheduler, or taken from it.
/// </summary>
internal sealed class JobSwitch(JobStore store, JobClock clock, RunningJobs running, TimeProvider time, ILogger<JobSwitch> log)
{
    public Task On(Activation activation, Guid organizationId, CancellationToken cancellation) => Try(async () =>
    {
        var jobs = activation.Package.Info.Contributes.Jobs.Where(job => job.Scope == JobKey.Scope(organizationId)).ToArray();
        var now = time.GetUtcNow();
        var recurring = jobs.Where(job => job.Cron is not null)
            .Select(job => (job.Name, job.Cron!, Next: CronText.Next(job.Cron!, now)))
            .Where(job => job.Next is not null).Select(job => (job.Name, job.Item2, job.Next!.Value)).ToArray();
        await store.KeepRecurring(activation.Id, organizationId, recurring, cancellation);
        if (jobs.Length > 0)
        {
            await clock.Start(cancellation);
            await clock.Schedule(await store.WaitingFor(activation.Id, organizationId, cancellation), cancellation);
        }
    });

    /// <summary>What runs ends and waits for its next turn.</summary>
    public void Interrupt(string pluginId, Guid organizationId) => running.Interrupt(pluginId, organizationId);

    public Task Off(string pluginId, Guid organizationId, CancellationToken cancellation)
    {
        Interrupt(pluginId, organizationId);
        return Try(() => clock.Forget(pluginId, organizationId, cancellation));
    }

    /// <summary>What a crash or a database that was away left behind.</summary>
    public async Task LookAfter(IEnumerable<Activation> activations, CancellationToken cancellation)
    {
        foreach (var one in activations.Where(one => one.Package.Info.Contributes.Jobs.Count > 0))
        {
            await Try(async () =>
            {
                await clock.Start(cancellation);
                var overdue = await store.Overdue(one.Id, cancellation);
                await clock.Schedule([.. overdue.Where(job => one.IsOpen(job.Key.OrganizationId))], cancellation);
            });
        }
    }

    private async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is NpgsqlException or SchedulerException)
        {
            log.LogWarning("Plugins' jobs are not looked after now: {Reason}", e.Message);
        }
    }
}
