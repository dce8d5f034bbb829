using Npgsql;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>One run: tells the table every second that it goes on and how far it is, and hears there whether to end.</summary>
internal sealed class Watched : IDisposable
{
    private const int LongestNote = 200;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource cancelled = new();

    private readonly CancellationTokenSource over = new();

    private readonly ClaimedJob job;

    private readonly JobRuns runs;

    private readonly Action done;

    private volatile Progress? progress;

    public Watched(ClaimedJob job, JobRuns runs, Action done)
    {
        (this.job, this.runs, this.done) = (job, runs, done);
        using var cut = ExecutionContext.SuppressFlow();
        _ = Task.Run(Follow);
    }

    public JobKey Key => job.Key;

    public CancellationToken Cancelled => cancelled.Token;

    /// <summary>Whether somebody asked for its end, and not the switch of the plugin.</summary>
    public bool IsAsked { get; private set; }

    public JobRun Of(ClaimedJob claimed, Leases leases) => new()
    {
        JobId = claimed.Key.Id,
        OrganizationId = claimed.Key.OrganizationId,
        Organizations = claimed.Key.OrganizationId == JobKey.Server ? [.. leases.Organizations.Where(leases.IsOpen)] : [claimed.Key.OrganizationId],
        Payload = claimed.Payload,
        Attempt = claimed.Attempt,
        Told = (share, note) => progress = new(
            double.IsFinite(share) ? Math.Clamp(share, 0, 1) : null,
            note is { Length: > LongestNote } ? note[..LongestNote] : note),
    };

    public void Interrupt() => cancelled.Cancel();

    public void Dispose()
    {
        over.Cancel();
        done();
    }

    private async Task Follow()
    {
        using var timer = new PeriodicTimer(Beat);
        while (!over.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(over.Token);
                if (await runs.Beat(job, progress?.Share, progress?.Note, over.Token) is not false)
                {
                    // Asked for, or lost to a node that held this one for dead; whose it is now writes its end.
                    IsAsked = true;
                    await cancelled.CancelAsync();
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (NpgsqlException)
            {
                // The database is away for a moment: the next beat tells as much.
            }
        }
    }

    private sealed record Progress(double? Share, string? Note);
}
