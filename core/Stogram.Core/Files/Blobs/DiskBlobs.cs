namespace Stogram.Core.Files.Blobs;

/// <summary>Below the uploads folder, by the file's path.</summary>
internal sealed class DiskBlobs(CoreOptions options) : IBlobs
{
    /// <summary>While a backup is made there is this folder below the uploads, and takes what is deleted.</summary>
    public const string HeldFolder = "held";

    public Task Put(string path, string from, string contentType, CancellationToken cancellation) =>
        Guard(() =>
        {
            var target = At(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(from, target, overwrite: true);
        });

    public Stream Open(string path, long size)
    {
        try
        {
            return new FileStream(At(path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BlobsUnavailableException("A file cannot be read from the disk", e);
        }
    }

    // Looked at after the commit: whatever a snapshot names that was taken after the folder was made is in there.
    public Task Delete(string path) =>
        Guard(() =>
        {
            var (file, held) = (At(path), At(HeldFolder));
            try
            {
                if (Directory.Exists(held))
                {
                    File.Move(file, Path.Combine(held, Path.GetFileName(path)), overwrite: true);
                    return;
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // The backup has just ended, or the file was lost before.
            }

            if (File.Exists(file))
            {
                File.Delete(file);
            }
        });

    private string At(string path) => Path.Combine(options.UploadsFolder, path);

    private static Task Guard(Action work)
    {
        try
        {
            work();
            return Task.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BlobsUnavailableException("The disk does not take a file", e);
        }
    }
}
