using Microsoft.EntityFrameworkCore;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>Gives an upload up: its bytes go, wherever they have got to, and its space is free again.</summary>
internal sealed class DropUpload(StogramContext db, CoreOptions options, RemoveBlob remove) : IVerb
{
    public async Task Run(Guid uploadId)
    {
        var dropped = await db.Database.SqlQuery<Dropped>(
            $"""
             delete from core.uploads where id = {uploadId} returning id as "Id", path as "Path", in_bucket as "InBucket"
             """).ToListAsync();
        await Bytes(dropped);
    }

    /// <summary>A hundred of those whose time is over; several nodes take different ones.</summary>
    public async Task<int> Expired(DateTimeOffset now)
    {
        var dropped = await db.Database.SqlQuery<Dropped>(
            $"""
             delete from core.uploads where id in (
               select id from core.uploads where expires_at < {now} and (writer is null or writer_until < {now})
               order by expires_at limit 100 for update skip locked)
             returning id as "Id", path as "Path", in_bucket as "InBucket"
             """).ToListAsync();
        await Bytes(dropped);
        return dropped.Count;
    }

    private async Task Bytes(List<Dropped> dropped)
    {
        foreach (var (id, path, inBucket) in dropped)
        {
            new PartFile(options, id).Delete();
            if (path is not null)
            {
                await remove.Run(path, inBucket);
            }
        }
    }

    private sealed record Dropped(Guid Id, string? Path, bool InBucket);
}
