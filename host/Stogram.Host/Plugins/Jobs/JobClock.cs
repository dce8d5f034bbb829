using Quartz;
using Quartz.Extensibility;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>
/// The scheduler that all nodes share. It knows names and numbers alone: one job of the host's, and a trigger for each
/// of a plugin's jobs that waits where the plugin is on. Sleeps until a plugin with jobs runs here.
/// </summary>
internal sealed class JobClock(ISchedulerFactory factory, ILogger<JobClock> log)
{
    private static readonly Quartz.JobKey Fire = new("plugin-job", "stogram");

    private readonly SemaphoreSlim turn = new(1);

    private IScheduler? scheduler;

    public async Task Start(CancellationToken cancellation)
    {
        if (scheduler is not null)
        {
            return;
        }

        await turn.WaitAsync(cancellation);
        try
        {
            scheduler ??= await BeginApart();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Gives them to the scheduler, unless it has them.</summary>
    public async Task Schedule(IReadOnlyList<WaitingJob> jobs, CancellationToken cancellation)
    {
        if (scheduler is null || jobs.Count == 0)
        {
            return;
        }

        try
        {
            var triggers = jobs.Select(Trigger).ToDictionary(trigger => trigger.Key);
            var known = await scheduler.GetTriggers(triggers.Keys, cancellation);
            foreach (var trigger in triggers.Values.ExceptBy(known.Select(one => one.Key), trigger => trigger.Key))
            {
                await Add(scheduler, trigger, cancellation);
            }
        }
        catch (SchedulerException e)
        {
            log.LogWarning("Jobs are run later than they should be: {Reason}", e.Message);
        }
    }

    public async Task Forget(string pluginId, Guid organizationId, CancellationToken cancellation)
    {
        if (scheduler is not null)
        {
            await scheduler.UnscheduleJobs(GroupMatcher<TriggerKey>.GroupEquals(Group(pluginId, organizationId)), cancellation);
        }
    }

    public async Task Stop(CancellationToken cancellation)
    {
        if (scheduler is not null)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellation);
        }
    }

    private static async Task Add(IScheduler scheduler, ITrigger trigger, CancellationToken cancellation)
    {
        try
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellation);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node was faster.
        }
    }

    // Nothing of whoever switched the plugin on may live on in its loops.
    private Task<IScheduler> BeginApart()
    {
        using var cut = ExecutionContext.SuppressFlow();
        return Task.Run(Begin);
    }

    private async Task<IScheduler> Begin()
    {
        var begun = await factory.GetScheduler();
        await begun.AddJob(
            JobBuilder.Create<FireJob>().WithIdentity(Fire).StoreDurably().RequestRecovery().Build(), new AddJobOptions { Replace = true });
        await begun.Start();
        log.LogInformation("Plugins' jobs run on this node");
        return begun;
    }

    private static ITrigger Trigger(WaitingJob job) => TriggerBuilder.Create()
        .ForJob(Fire)
        .WithIdentity($"{job.Key.Id:N}.{job.Turn}", Group(job.Key.PluginId, job.Key.OrganizationId))
        .WithExecutionGroup(job.Key.PluginId)
        .UsingJobData(FireJob.Plugin, job.Key.PluginId)
        .UsingJobData(FireJob.Organization, job.Key.OrganizationId.ToString())
        .UsingJobData(FireJob.Id, job.Key.Id.ToString())
        .UsingJobData(FireJob.Turn, job.Turn.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .StartAt(job.DueAt)
        .Build();

    private static string Group(string pluginId, Guid organizationId) => $"{pluginId}/{organizationId:N}";
}
