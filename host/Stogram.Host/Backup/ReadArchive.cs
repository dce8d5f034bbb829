using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <param name="Uploads">Size of every uploaded file, by its path below the uploads folder.</param>
internal sealed record Unpacked(Manifest Manifest, int Files, long Bytes, Dictionary<string, long> Uploads);

/// <summary>Reads a backup from front to back, trusting nothing in it before its checksum fits.</summary>
internal sealed class ReadArchive(string path)
{
    private const string Uploads = "uploads/";

    private readonly Dictionary<string, string> _hashes = [];
    private readonly Dictionary<string, long> _uploads = [];
    private int _files;
    private long _bytes;

    public Task<Manifest> Manifest(CancellationToken cancellation) =>
        Guarded(async () =>
        {
            await using var tar = Open();
            var first = await tar.GetNextEntryAsync(cancellationToken: cancellation);
            return first is { Name: Backup.Manifest.Entry, DataStream: { } content }
                ? await Read(content, cancellation)
                : throw new InvalidDataException("it does not begin with a manifest");
        });

    /// <param name="folder">Takes the data folder's files and the database's.</param>
    /// <param name="keepUploads">Otherwise uploaded files are checked and left in the archive.</param>
    public Task<Unpacked> Unpack(string folder, bool keepUploads, CancellationToken cancellation) =>
        Guarded(async () =>
        {
            await using var tar = Open();
            Manifest? manifest = null;
            while (await tar.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
            {
                switch (entry)
                {
                    case { Name: WriteArchive.Checksums, DataStream: { } sums }:
                        await Compare(sums, cancellation);
                        return new Unpacked(manifest!, _files, _bytes, _uploads);
                    case { Name: Backup.Manifest.Entry, DataStream: { } content }:
                        var json = new MemoryStream();
                        await Take(entry.Name, content, json, cancellation);
                        json.Position = 0;
                        manifest = await Read(json, cancellation);
                        break;
                    default:
                        await Unpack(entry, folder, keepUploads, cancellation);
                        break;
                }
            }

            throw new InvalidDataException("its end is missing");
        });

    private async Task Unpack(TarEntry entry, string folder, bool keepUploads, CancellationToken cancellation)
    {
        var name = entry.Name.TrimEnd('/');
        var inside = Place(name);
        var isUpload = inside.StartsWith(Uploads, StringComparison.Ordinal);
        var target = Path.Combine(folder, inside);
        var mode = entry.Mode & (UnixFileMode)0b111_111_111;
        if (entry.EntryType == TarEntryType.Directory)
        {
            Directory.CreateDirectory(target, mode);
            return;
        }

        if (entry.EntryType != TarEntryType.RegularFile)
        {
            throw new InvalidDataException($"{name} is no file");
        }

        if (isUpload)
        {
            _uploads[inside[Uploads.Length..]] = entry.Length;
        }

        _files += name.StartsWith($"{WriteArchive.DataPrefix}/", StringComparison.Ordinal) ? 1 : 0;
        await using var file = isUpload && !keepUploads ? Stream.Null : Create(target, mode);
        await Take(name, entry.DataStream ?? Stream.Null, file, cancellation);
    }

    /// <summary>Below the folder, whatever the archive says.</summary>
    private static string Place(string name)
    {
        var parts = name.Split('/');
        var isOurs = parts.All(part => part is not ("" or "." or ".."))
            && (name == WriteArchive.DumpEntry || (parts.Length > 1 && parts[0] is WriteArchive.DataPrefix or WriteArchive.ClusterPrefix));
        return (isOurs, parts[0]) switch
        {
            (false, _) => throw new InvalidDataException($"{name} does not belong into a backup"),
            (_, WriteArchive.DataPrefix) => string.Join('/', parts[1..]),
            _ => name,
        };
    }

    private static FileStream Create(string target, UnixFileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return new FileStream(
            target, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode });
    }

    private async Task Take(string name, Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 << 10];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            _bytes += read;
        }

        _hashes[name] = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task Compare(Stream sums, CancellationToken cancellation)
    {
        using var lines = new StreamReader(sums);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            var (hash, name) = (line[..64], line[66..]);
            if (!_hashes.Remove(name, out var found) || found != hash)
            {
                throw new InvalidDataException($"{name} is not what it was");
            }
        }

        if (_hashes.Count > 0)
        {
            throw new InvalidDataException($"{_hashes.Keys.First()} was added to it");
        }
    }

    private static async Task<Manifest> Read(Stream json, CancellationToken cancellation)
    {
        using var document = await JsonDocument.ParseAsync(json, cancellationToken: cancellation);
        var format = document.RootElement.GetProperty("format").GetInt32();
        return format <= Backup.Manifest.NewestFormat
            ? document.Deserialize(ManifestJson.Default.Manifest)!
            : throw new StartupError($"The backup was made by a newer Stogram (format {format}): update this one first.");
    }

    private TarReader Open() => new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));

    private async Task<T> Guarded<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new StartupError($"{path} cannot be read: {error.Message}");
        }
        catch (Exception error) when (
            error is InvalidDataException or EndOfStreamException or FormatException or JsonException or KeyNotFoundException
                or ArgumentException or InvalidOperationException)
        {
            throw new StartupError($"{path} is damaged or no backup: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
    }
}
