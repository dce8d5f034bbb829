using System.Security.Cryptography;
using Stogram.Core.Files.Blobs;

namespace Stogram.Core.Files;

/// <summary>
/// What has come of an upload so far, in <c>temp/</c>: how long it is says where to go on, whatever died in between.
/// </summary>
internal sealed class PartFile(CoreOptions options, Guid uploadId)
{
    private const int BufferSize = 1 << 16;

    public string Path { get; } = System.IO.Path.Combine(options.UploadsFolder, Folder, uploadId.ToString());

    public const string Folder = "temp";

    public long Length => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    /// <summary>Writes what comes, at once and at the end. A sender who breaks off has sent what is there.</summary>
    /// <param name="room">Asked before more than it last said is written; says how long the file may become.</param>
    /// <returns>False if there was no room: then all of it is still as it was before the last buffer.</returns>
    public async Task<bool> Append(
        Stream content, Func<long, Task<long>> room, IncrementalHash? hash, CancellationToken cancellation)
    {
        await using var file = Open();
        var buffer = new byte[BufferSize];
        var limit = 0L;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            var end = file.Position + read;
            if (end > limit && (limit = await room(end)) < end)
            {
                return false;
            }

            hash?.AppendData(buffer, 0, read);
            await Guard(() => file.WriteAsync(buffer, 0, read, CancellationToken.None));
        }

        return true;
    }

    /// <summary>Before anybody is told that it is there.</summary>
    public void Flush()
    {
        using var file = Open();
        file.Flush(flushToDisk: true);
    }

    public void Cut(long length)
    {
        using var file = Open();
        file.SetLength(length);
    }

    public FileStream Read() => new(Path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    public void Delete()
    {
        if (File.Exists(Path))
        {
            File.Delete(Path);
        }
    }

    private FileStream Open()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            // Locked: on one disk, not even a lease that ran out unnoticed lets two write.
            var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            file.Position = file.Length;
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BlobsUnavailableException("The disk does not take an upload", e);
        }
    }

    private static async Task Guard(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BlobsUnavailableException("The disk does not take an upload", e);
        }
    }
}
