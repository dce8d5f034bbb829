using Amazon.S3;
using Amazon.S3.Model;

namespace Stogram.Core.Files.Blobs;

/// <summary>
/// S3's way for what is large: part after part, and an object only when all are there. Each part is signed as a whole or
/// rests on https: many servers that speak S3 do not know the chunks that the SDK would sign one by one.
/// </summary>
internal sealed class PutInParts(AmazonS3Client client, string bucket, bool isUnsigned)
{
    /// <summary>Of at most ten thousand, so that a file may have 320 GB.</summary>
    private const long PartSize = 32 << 20;

    /// <summary>Where files lie: the bucket may be somebody else's as well.</summary>
    private const string Ours = "messages/";

    public async Task Run(string path, string from, string contentType, CancellationToken cancellation)
    {
        var size = new FileInfo(from).Length;
        if (size <= PartSize)
        {
            await client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = path,
                    FilePath = from,
                    ContentType = contentType,
                    UseChunkEncoding = false,
                    DisablePayloadSigning = isUnsigned,
                },
                cancellation);
            return;
        }

        var begun = await client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = bucket, Key = path, ContentType = contentType }, cancellation);
        try
        {
            await Parts(path, from, size, begun.UploadId, cancellation);
        }
        catch
        {
            await Abort(path, begun.UploadId);
            throw;
        }
    }

    /// <summary>Takes away what was begun before then and never ended, by a node that died: its parts cost as a file does.</summary>
    public async Task Abandon(DateTimeOffset before, CancellationToken cancellation)
    {
        var request = new ListMultipartUploadsRequest { BucketName = bucket, Prefix = Ours };
        ListMultipartUploadsResponse page;
        do
        {
            page = await client.ListMultipartUploadsAsync(request, cancellation);
            foreach (var begun in (page.MultipartUploads ?? []).Where(begun => begun.Initiated is { } at && at.ToUniversalTime() < before))
            {
                await client.AbortMultipartUploadAsync(bucket, begun.Key, begun.UploadId, cancellation);
            }

            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated == true);
    }

    private async Task Parts(string path, string from, long size, string uploadId, CancellationToken cancellation)
    {
        var complete = new CompleteMultipartUploadRequest { BucketName = bucket, Key = path, UploadId = uploadId, PartETags = [] };
        for (long at = 0; at < size; at += PartSize)
        {
            var part = await client.UploadPartAsync(
                new UploadPartRequest
                {
                    BucketName = bucket,
                    Key = path,
                    UploadId = uploadId,
                    PartNumber = complete.PartETags.Count + 1,
                    FilePath = from,
                    FilePosition = at,
                    PartSize = Math.Min(PartSize, size - at),
                    UseChunkEncoding = false,
                    DisablePayloadSigning = isUnsigned,
                },
                cancellation);
            complete.PartETags.Add(new PartETag(complete.PartETags.Count + 1, part.ETag));
        }

        await client.CompleteMultipartUploadAsync(complete, cancellation);
    }

    private async Task Abort(string path, string uploadId)
    {
        try
        {
            await client.AbortMultipartUploadAsync(bucket, path, uploadId, CancellationToken.None);
        }
        catch (Exception e) when (e is Amazon.Runtime.AmazonServiceException or HttpRequestException)
        {
            // What went wrong first is what is told.
        }
    }
}
