namespace Stogram.Core.Files.Blobs;

/// <summary>A bucket of S3, or of anything that speaks its language.</summary>
/// <param name="Endpoint">Null for Amazon's own.</param>
/// <param name="AccessKey">Null where the machine has a role of its own.</param>
/// <param name="PathStyle">The bucket's name in the path and not in the host's.</param>
public sealed record BucketOptions(
    string Bucket, string? Endpoint, string Region, string? AccessKey, string? SecretKey, bool PathStyle)
{
    public override string ToString() => $"{Bucket} at {Endpoint ?? Region}";
}
