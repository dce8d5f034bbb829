using Microsoft.EntityFrameworkCore;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>
/// Makes a file of what has come up: first its bytes go where they stay, then the database names them. Where they go is
/// written down before, so that what a node leaves that dies in between is found.
/// </summary>
internal sealed class FinishUpload(StogramContext db, CoreOptions options, BlobStore blobs, RemoveBlob remove, TimeProvider time) : IVerb
{
    public async Task<Outcome<StoredFile>> Run(Upload upload)
    {
        var part = new PartFile(options, upload.Id);
        part.Flush();
        var file = Look(upload, part);
        if (upload.IsVoice && !file.ContentType.StartsWith("audio/", StringComparison.Ordinal))
        {
            return Refusal.Invalid("voice", "A voice message is a recording: send sound.");
        }

        await db.Uploads.Where(one => one.Id == upload.Id).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.Path, file.Path).SetProperty(one => one.InBucket, file.InBucket));
        await blobs.In(file.InBucket).Put(file.Path, part.Path, file.ContentType, CancellationToken.None);
        await Name(upload, file);
        part.Delete();
        return file;
    }

    private StoredFile Look(Upload upload, PartFile part)
    {
        using var bytes = part.Read();
        var head = new byte[ContentTypes.HeadLength];
        var type = ContentTypes.Of(head.AsSpan(0, bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        var picture = PictureSize.Read(bytes, type);
        return new StoredFile
        {
            Id = upload.Id,
            OrganizationId = upload.OrganizationId,
            OwnerId = upload.OwnerId,
            Name = upload.Name,
            Size = bytes.Length,
            ContentType = type,
            Path = $"{Place(type)}/{upload.Id}",
            InBucket = blobs.ForNewIsBucket,
            IsVoice = upload.IsVoice,
            Width = picture?.Width,
            Height = picture?.Height,
            Duration = upload.Duration,
            Waveform = upload.Waveform,
            CreatedAt = time.GetUtcNow(),
            LooseSince = time.GetUtcNow(),
        };
    }

    private async Task Name(Upload upload, StoredFile file)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Uploads.Where(one => one.Id == upload.Id).ExecuteDeleteAsync();
            db.Files.Add(file);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch
        {
            await remove.Run(file.Path, file.InBucket);
            throw;
        }
    }

    private static string Place(string type) => type.Split('/')[0] switch
    {
        "image" => "messages/images/originals",
        "video" => "messages/videos/originals",
        "audio" => "messages/audio",
        _ => "messages/files",
    };
}
