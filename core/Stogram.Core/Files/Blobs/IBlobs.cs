namespace Stogram.Core.Files.Blobs;

/// <summary>
/// Where the bytes of finished files lie. Everything here may fail with <see cref="BlobsUnavailableException"/>, and
/// then nothing has been stored.
/// </summary>
internal interface IBlobs
{
    /// <summary>Takes a finished file from the disk; what lay at that path before is replaced.</summary>
    Task Put(string path, string from, string contentType, CancellationToken cancellation);

    /// <summary>A stream that can be positioned.</summary>
    Stream Open(string path, long size);

    /// <summary>What is not there is deleted already.</summary>
    Task Delete(string path);
}

/// <summary>The disk is full, the bucket cannot be reached: the server's trouble, and none of the sender's doing.</summary>
internal sealed class BlobsUnavailableException(string message, Exception inner) : Exception(message, inner);
