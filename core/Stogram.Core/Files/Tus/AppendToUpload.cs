using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files.Tus;

/// <summary>tus 1.0, PATCH: goes on where the upload has got to. With its last byte it becomes a file.</summary>
internal sealed class AppendToUpload(
    StogramContext db, IDbContextFactory<StogramContext> contexts, CoreOptions options, FindUpload find, FinishUpload finish,
    DropUpload drop, TimeProvider time) : IVerb
{
    public async Task<TusAnswer> Run(
        Caller caller, Guid id, long? offset, TusRequest request, CancellationToken cancellation)
    {
        using var checksum = request.Checksum is { } sum ? TusChecksum.Read(sum) : null;
        if (request.Checksum is not null && checksum is null)
        {
            return TusAnswer.Invalid("Upload-Checksum", $"One of {TusChecksum.Algorithms} and the sum in Base64.");
        }

        if (await find.Open(caller, id, cancellation) is null)
        {
            return await find.Finished(caller, id, cancellation) is { } file
                ? file.Offset == offset ? file with { Status = 204 } : TusAnswer.WrongOffset
                : TusAnswer.NotFound;
        }

        await using var lease = await UploadLease.Take(contexts, time, id, cancellation);
        // Read again: it may have become a file while somebody else had the lease.
        return lease is null || await find.Open(caller, id, cancellation) is not { } upload
            ? TusAnswer.Locked
            : await Append(upload, offset, request.Body, checksum, cancellation);
    }

    /// <summary>For whom the answer to the last byte was lost, or the server before it could finish.</summary>
    public async Task<TusAnswer> Finish(Caller caller, Guid id, CancellationToken cancellation)
    {
        await using var lease = await UploadLease.Take(contexts, time, id, cancellation);
        return lease is null || await find.Open(caller, id, cancellation) is not { } upload ? TusAnswer.Locked : await Finish(upload);
    }

    private async Task<TusAnswer> Append(
        Upload upload, long? offset, Stream body, TusChecksum? checksum, CancellationToken cancellation)
    {
        var part = new PartFile(options, upload.Id);
        var before = part.Length;
        if (offset != before)
        {
            return TusAnswer.WrongOffset;
        }

        var hasRoom = await part.Append(body, _ => Task.FromResult(upload.Size), checksum?.Hash, cancellation);
        if (!hasRoom || checksum is { Fits: false })
        {
            part.Cut(before);
            return hasRoom ? TusAnswer.WrongSum : TusAnswer.Of(new(ErrorCode.PayloadTooLarge, "That is more than was announced."));
        }

        return part.Length == upload.Size ? await Finish(upload) : await GoOn(upload, part.Length, cancellation);
    }

    private async Task<TusAnswer> GoOn(Upload upload, long offset, CancellationToken cancellation)
    {
        upload.ExpiresAt = time.GetUtcNow() + RemoveLeftovers.Grace;
        await db.SaveChangesAsync(cancellation);
        return new TusAnswer(204) { Offset = offset, Expires = upload.ExpiresAt };
    }

    private async Task<TusAnswer> Finish(Upload upload)
    {
        var finished = await finish.Run(upload);
        if (finished.Refusal is { } refusal)
        {
            await drop.Run(upload.Id);
            return TusAnswer.Of(refusal);
        }

        return new TusAnswer(204) { Offset = upload.Size, FileId = finished.Value.Id };
    }
}
