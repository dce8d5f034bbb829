using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Previews;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>
/// Uploads that were not finished and files that nothing has held for a day; what deleting could not remove, too. All
/// nodes do it and take different rows.
/// </summary>
internal sealed class RemoveLeftovers(
    StogramContext db, CoreOptions options, BlobStore blobs, DropUpload drop, DeleteFiles delete, FindPreview previews, TimeProvider time) : IVerb
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private const int AtOnce = 500;

    public async Task Run(CancellationToken cancellation)
    {
        while (await drop.Expired(time.GetUtcNow()) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        while (await Loose(time.GetUtcNow() - Grace, cancellation) == AtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        await previews.Forget(cancellation);
        await Blobs(cancellation);
        Parts(time.GetUtcNow() - Grace - Grace, cancellation);
        await blobs.Abandon(time.GetUtcNow() - Grace, cancellation);
    }

    /// <summary>Marked as looked at first: what turns out to be held is not looked at again.</summary>
    private async Task<int> Loose(DateTimeOffset before, CancellationToken cancellation)
    {
        var files = await db.Database.SqlQuery<Guid>(
            $"""
             update core.files set loose_since = null where id in (
               select id from core.files where loose_since < {before} order by loose_since limit {AtOnce} for update skip locked)
             returning id as "Value"
             """).ToListAsync(cancellation);
        foreach (var file in files)
        {
            try
            {
                await delete.Unreferenced([file]);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation)
            {
                // Sent at this very moment.
            }
        }

        return files.Count;
    }

    private async Task Blobs(CancellationToken cancellation)
    {
        var left = await db.Database.SqlQuery<Left>(
            $"""select path as "Path", in_bucket as "InBucket" from core.blobs_left order by path limit {AtOnce}""").ToListAsync(cancellation);
        foreach (var (path, inBucket) in left)
        {
            await blobs.In(inBucket).Delete(path);
            await db.Database.ExecuteSqlAsync($"delete from core.blobs_left where path = {path}", cancellation);
        }
    }

    /// <summary>Of a node that died between the database and the disk: no upload knows them.</summary>
    private void Parts(DateTimeOffset before, CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(Path.Combine(options.UploadsFolder, PartFile.Folder));
        if (!folder.Exists)
        {
            return;
        }

        foreach (var part in folder.EnumerateFiles().Where(part => part.LastWriteTimeUtc < before))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Guid.TryParse(part.Name, out var id) && !db.Uploads.Any(upload => upload.Id == id))
            {
                part.Delete();
            }
        }
    }

    private sealed record Left(string Path, bool InBucket);

    internal sealed class Loop(IServiceScopeFactory scopes, TimeProvider time, ILogger<Loop> log) : BackgroundService
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

        protected override async Task ExecuteAsync(CancellationToken stop)
        {
            using var timer = new PeriodicTimer(Pause, time);
            while (await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<RemoveLeftovers>().Run(stop);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "What is left of uploads could not be removed; it is tried again");
                }
            }
        }
    }
}
