using Npgsql;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.State;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>
/// One run of one job, in the lease of its organization. Where the plugin is not on here, nothing happens: the row
/// waits, and whoever has the plugin on gives it to the scheduler again.
/// </summary>
internal sealed class RunJob(InstalledPlugins plugins, JobRuns runs, RunningJobs running, JobClock clock, TimeProvider time, ILogger<RunJob> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public async Task Run(JobKey key, int turn)
    {
        if (plugins.Find(key.PluginId)?.Activation is not { } activation
            || activation.Leases.TryEnter(key.OrganizationId, out var lease) != Entry.Entered)
        {
            return;
        }

        ClaimedJob? job = null;
        try
        {
            job = await runs.Claim(key, turn, CancellationToken.None);
        }
        finally
        {
            if (job is null)
            {
                lease!.Exit();
            }
        }

        if (job is not null)
        {
            await Work(activation, lease!, job);
        }
    }

    private async Task Work(Activation activation, OrganizationLease lease, ClaimedJob job)
    {
        var declared = activation.Package.Info.Contributes.Jobs
            .FirstOrDefault(one => one.Name == job.Name && one.Scope == JobKey.Scope(job.Key.OrganizationId));
        if (declared is null || !activation.Registrations.Jobs.TryGetValue(job.Name, out var make))
        {
            lease.Exit();
            await runs.End(job, "FAILED", "This version of the plugin does not do this work.", CancellationToken.None);
            return;
        }

        if (job.Attempt > declared.Attempts)
        {
            lease.Exit();
            await Finish(job, declared, "Its node ended while it ran, each time.");
            return;
        }

        using var watch = running.Watch(job, runs);
        try
        {
            await activation.Guard.Call(
                $"job {job.Name}", TimeSpan.FromSeconds(declared.Timeout), lease,
                async token =>
                {
                    PluginDepth.Enter(null);
                    await using var scope = activation.Scope();
                    await make(scope.ServiceProvider).RunAsync(watch.Of(job, activation.Leases), token);
                    return true;
                },
                watch.Cancelled);
            await Finish(job, declared, null);
        }
        catch (PluginFault fault)
        {
            await Finish(job, declared, fault.Message);
        }
        catch (OperationCanceledException)
        {
            await Interrupted(job, watch.IsAsked);
        }
    }

    private async Task Finish(ClaimedJob job, PluginJob declared, string? error)
    {
        if (error is not null && job.Attempt < declared.Attempts)
        {
            await Wait(job, time.GetUtcNow() + Pause(job.Attempt), job.Attempt, error);
        }
        else if (job.Cron is not null && CronText.Next(declared.Cron ?? job.Cron, time.GetUtcNow()) is { } next)
        {
            await Wait(job, next, 0, error);
        }
        else
        {
            await runs.End(job, error is null ? "DONE" : "FAILED", error, CancellationToken.None);
        }
    }

    private async Task Interrupted(ClaimedJob job, bool isAsked)
    {
        if (isAsked && job.Cron is null)
        {
            await runs.End(job, "CANCELLED", null, CancellationToken.None);
        }
        else if (isAsked && CronText.Next(job.Cron!, time.GetUtcNow()) is { } next)
        {
            await Wait(job, next, 0, null);
        }
        else
        {
            // Not its fault: the try does not count. Where the plugin is off it waits to be switched on; where another
            // version has taken over, that one does it.
            var waiting = await runs.PutBack(job, time.GetUtcNow(), job.Attempt - 1, null, CancellationToken.None);
            if (waiting is not null && plugins.Find(job.Key.PluginId)?.Activation?.IsOpen(job.Key.OrganizationId) is true)
            {
                await clock.Schedule([waiting], CancellationToken.None);
            }
        }
    }

    private async Task Wait(ClaimedJob job, DateTimeOffset dueAt, int attempt, string? error)
    {
        try
        {
            if (await runs.PutBack(job, dueAt, attempt, error, CancellationToken.None) is { } waiting)
            {
                await clock.Schedule([waiting], CancellationToken.None);
            }
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("Job {Job} of {Plugin} is run again, as its end could not be noted: {Reason}", job.Name, job.Key.PluginId, e.Message);
        }
    }

    private static TimeSpan Pause(int attempt)
    {
        var pause = FirstPause * Math.Pow(4, attempt - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}
