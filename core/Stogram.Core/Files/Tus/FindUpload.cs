using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files.Tus;

/// <summary>An upload is its owner's alone. A finished one is found as long as its file is there.</summary>
internal sealed class FindUpload(StogramContext db, TimeProvider time) : IVerb
{
    public async Task<Upload?> Open(Caller caller, Guid id, CancellationToken cancellation)
    {
        // Not one from before: what another request changed since counts.
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        return await db.Uploads.FirstOrDefaultAsync(
            upload => upload.Id == id && upload.OwnerId == caller.UserId && upload.ExpiresAt > now, cancellation);
    }

    public async Task<TusAnswer?> Finished(Caller caller, Guid id, CancellationToken cancellation) =>
        await db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id && file.OwnerId == caller.UserId, cancellation) is { } file
            ? new TusAnswer(200) { Offset = file.Size, Length = file.Size, FileId = file.Id }
            : null;
}
