using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Stogram.Core.Files.Blobs;

/// <summary>
/// In a bucket, by the same paths. Nobody is sent there: what is read goes through here, where it is asked who reads.
/// </summary>
internal sealed class BucketBlobs : IBlobs, IDisposable
{
    private readonly AmazonS3Client client;
    private readonly PutInParts put;
    private readonly string bucket;

    public BucketBlobs(BucketOptions options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            AuthenticationRegion = options.Region,
            MaxErrorRetry = 2,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // Not every server that speaks S3 knows the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }

        client = options.AccessKey is null
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
        bucket = options.Bucket;
        put = new(client, bucket, isUnsigned: options.Endpoint?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) != true);
    }

    public Task Put(string path, string from, string contentType, CancellationToken cancellation) =>
        Guard(() => put.Run(path, from, contentType, cancellation));

    public Stream Open(string path, long size) => new BucketStream(size, (from, cancellation) => Guard(async () =>
    {
        var range = new ByteRange(from, size - 1);
        return await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = path, ByteRange = range }, cancellation);
    }));

    public Task Delete(string path) => Guard(() => client.DeleteObjectAsync(bucket, path));

    public Task Abandon(DateTimeOffset before, CancellationToken cancellation) => Guard(async () =>
    {
        try
        {
            await put.Abandon(before, cancellation);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotImplemented)
        {
            // Some servers that speak S3 list no uploads; those look after them by themselves, or nobody can.
        }
    });

    /// <summary>Fails where the bucket cannot be used.</summary>
    public Task Check(CancellationToken cancellation) => Guard(() =>
        client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 1 }, cancellation));

    public void Dispose() => client.Dispose();

    private static Task Guard(Func<Task> call) => Guard(async () =>
    {
        await call();
        return true;
    });

    private static async Task<T> Guard<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException)
        {
            throw new BlobsUnavailableException("The bucket does not answer as it should", e);
        }
    }
}
