using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Stogram.Host.Backup;

/// <summary>A gzipped tar: the manifest, the data folder, the database, and last the checksums of all before.</summary>
internal sealed class WriteArchive : IAsyncDisposable
{
    public const string Checksums = "checksums.sha256";

    public const string DataPrefix = "data";

    public const string DumpEntry = "database.dump";

    public const string ClusterPrefix = "postgres";

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _file;
    private readonly TarWriter _tar;
    private readonly StringBuilder _checksums = new();

    public WriteArchive(string path)
    {
        // Made anew, so that the mode holds: it is as secret as the keys inside.
        File.Delete(path);
        _file = new FileStream(
            path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerFile });
        _tar = new TarWriter(new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true), TarEntryFormat.Pax, leaveOpen: false);
    }

    public int Files { get; private set; }

    public long Bytes { get; private set; }

    public async Task Add(Manifest manifest, CancellationToken cancellation)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.Manifest);
        await Add(Manifest.Entry, new MemoryStream(json), OwnerFile, cancellation);
    }

    public async Task AddFolder(string prefix, string folder, CancellationToken cancellation)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            var name = $"{prefix}/{Path.GetRelativePath(folder, entry.FullName)}";
            if (entry is DirectoryInfo)
            {
                var made = new PaxTarEntry(TarEntryType.Directory, name) { Mode = entry.UnixFileMode };
                await _tar.WriteEntryAsync(made, cancellation);
            }
            else
            {
                await AddFile(name, entry.FullName, cancellation);
                Files++;
            }
        }
    }

    public Task AddFile(string name, string path, CancellationToken cancellation) =>
        Add(name, File.OpenRead(path), File.GetUnixFileMode(path), cancellation);

    /// <summary>Without it, an archive counts as cut off.</summary>
    public async Task Finish(CancellationToken cancellation)
    {
        var text = new MemoryStream(Encoding.UTF8.GetBytes(_checksums.ToString()));
        await Add(Checksums, text, OwnerFile, cancellation);
        await _tar.DisposeAsync();
        _file.Flush(flushToDisk: true);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _tar.DisposeAsync();
        }
        catch (IOException)
        {
            // The disk is full, which is why this is being given up: the caller knows already.
        }

        await _file.DisposeAsync();
    }

    private async Task Add(string name, Stream content, UnixFileMode mode, CancellationToken cancellation)
    {
        await using var hashed = new HashedStream(content);
        Bytes += hashed.Length;
        await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = hashed, Mode = mode }, cancellation);
        _checksums.Append(hashed.Hash).Append("  ").Append(name).Append('\n');
    }
}
