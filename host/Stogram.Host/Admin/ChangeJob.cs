using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Jobs;

namespace Stogram.Host.Admin;

/// <summary>What administrators do about one job.</summary>
internal sealed class ChangeJob(StogramContext db, AuditLog audit, JobStore store, JobClock clock)
{
    public async Task<Outcome<Nothing?>> Retry(Caller caller, string plugin, Guid id, CancellationToken cancellation)
    {
        WaitingJob? waiting = null;
        var changed = await Change(
            caller, plugin, id, job => job.State == "WAITING" ? "run" : "retried",
            async (connection, key) => (waiting = await store.Again(connection, key, cancellation)) is not null, cancellation);
        if (waiting is not null)
        {
            await clock.Schedule([waiting], CancellationToken.None);
        }

        return changed;
    }

    public Task<Outcome<Nothing?>> Cancel(Caller caller, string plugin, Guid id, CancellationToken cancellation) => Change(
        caller, plugin, id, job => job.State == "WAITING" ? "cancelled" : job.IsAsked ? null : "stopped",
        (connection, key) => store.Cancel(connection, key, cancellation), cancellation);

    /// <param name="deed">What that is of the job as it was; null where somebody has done it before.</param>
    private async Task<Outcome<Nothing?>> Change(
        Caller caller, string plugin, Guid id, Func<HeldJob, string?> deed, Func<NpgsqlConnection, JobKey, Task<bool>> change, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var connection = await db.Connection(cancellation);
        foreach (var whose in JobKey.Of(caller))
        {
            var key = new JobKey(plugin, whose, id);
            if (await JobStore.Hold(connection, key, cancellation) is not { } job || !await change(connection, key))
            {
                continue;
            }

            if (deed(job) is { } done)
            {
                await audit.Write(caller, PluginDeeds.Job(done, plugin, id, job.Name, whose == JobKey.Server), cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return Nothing.Done;
        }

        return Refusal.NotFound;
    }
}
