using Microsoft.EntityFrameworkCore;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>
/// The right to write to an upload, for one request in the cluster. It is renewed while it lives and runs out by
/// itself, so that a node that died does not keep it.
/// </summary>
internal sealed class UploadLease : IAsyncDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    private readonly IDbContextFactory<StogramContext> contexts;
    private readonly TimeProvider time;
    private readonly Guid uploadId;
    private readonly Guid writer = Guid.NewGuid();
    private readonly CancellationTokenSource over = new();
    private Task renewing = Task.CompletedTask;

    private UploadLease(IDbContextFactory<StogramContext> contexts, TimeProvider time, Guid uploadId) =>
        (this.contexts, this.time, this.uploadId) = (contexts, time, uploadId);

    /// <summary>Null while somebody else has it.</summary>
    public static async Task<UploadLease?> Take(
        IDbContextFactory<StogramContext> contexts, TimeProvider time, Guid uploadId, CancellationToken cancellation)
    {
        var lease = new UploadLease(contexts, time, uploadId);
        if (!await lease.Extend(cancellation))
        {
            return null;
        }

        lease.renewing = lease.Renew();
        return lease;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        over.Dispose();
        await using var db = await contexts.CreateDbContextAsync();
        await db.Uploads.Where(upload => upload.Id == uploadId && upload.Writer == writer)
            .ExecuteUpdateAsync(set => set.SetProperty(upload => upload.Writer, (Guid?)null));
    }

    private async Task<bool> Extend(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Uploads
            .Where(upload => upload.Id == uploadId && (upload.Writer == null || upload.Writer == writer || upload.WriterUntil < now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(upload => upload.Writer, writer).SetProperty(upload => upload.WriterUntil, now + Length),
                cancellation) == 1;
    }

    private async Task Renew()
    {
        using var timer = new PeriodicTimer(Renewal, time);
        while (await timer.WaitForNextTickAsync(over.Token))
        {
            await Extend(over.Token);
        }
    }
}
