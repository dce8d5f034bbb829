namespace Stogram.Core.Files.Blobs;

/// <summary>
/// The disk, and the bucket where one is configured: new files go there then. What came before stays where it is, and
/// each file remembers which it is.
/// </summary>
internal sealed class BlobStore(CoreOptions options) : IDisposable
{
    private readonly DiskBlobs disk = new(options);

    private readonly BucketBlobs? bucket = options.Bucket is { } at ? new(at) : null;

    public bool ForNewIsBucket => bucket is not null;

    public IBlobs In(bool bucketed) => !bucketed ? disk : bucket ?? throw new BlobsUnavailableException(
        "A file lies in a bucket, and none is configured", new InvalidOperationException("Set Stogram__Storage__S3__Bucket and the rest."));

    public Task Check(CancellationToken cancellation) => bucket?.Check(cancellation) ?? Task.CompletedTask;

    /// <summary>What was on its way into the bucket and never came.</summary>
    public Task Abandon(DateTimeOffset before, CancellationToken cancellation) =>
        bucket?.Abandon(before, cancellation) ?? Task.CompletedTask;

    public void Dispose() => bucket?.Dispose();
}
