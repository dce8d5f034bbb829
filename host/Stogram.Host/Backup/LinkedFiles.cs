using Stogram.Core.Files.Blobs;
using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>
/// The files of a data folder, held by a second name each, which costs no space. A file is on the disk before the
/// database names it; and while this lives, the server puts aside what it deletes. So whatever a snapshot names that
/// is taken meanwhile is found, by its own name or aside.
/// </summary>
internal sealed class LinkedFiles : IDisposable
{
    private const string Uploads = "uploads";

    private const string Temporary = $"{Uploads}/temp";

    private const string Held = $"{Uploads}/{DiskBlobs.HeldFolder}";

    // The database is taken by other means; the rest is made anew by every start, or is not finished.
    private static readonly string[] LeftOut =
        ["postgres", "postgres.new", "run", "log", "lock", MakeBackup.Staging, RestoreBackup.Staging, Temporary, Held];

    private readonly DataFolder _data;

    private LinkedFiles(DataFolder data, string folder) => (_data, Folder) = (data, folder);

    public string Folder { get; }

    public static async Task<LinkedFiles> Begin(DataFolder data, string folder, CancellationToken cancellation)
    {
        string[] needed = [data.At(Uploads), data.At(Temporary), data.At(Held)];
        foreach (var made in needed)
        {
            Directory.CreateDirectory(made);
        }

        // Root may make the backup of somebody else's server, which has to write there.
        await Tool.Run(["chown", $"--reference={data.Path}", .. needed], cancellation);
        return new LinkedFiles(data, folder);
    }

    public void AddAll(CancellationToken cancellation) => AddFolder("", cancellation);

    /// <summary>What the database names and the disk has lost.</summary>
    public async Task<HashSet<string>> Complete(IAsyncEnumerable<(string Path, long Size)> files)
    {
        var missing = new HashSet<string>();
        await foreach (var (path, _) in files)
        {
            var name = Path.Combine(Uploads, path);
            if (!Add(name) && !Add(name, _data.At($"{Held}/{Path.GetFileName(path)}")))
            {
                missing.Add(path);
            }
        }

        return missing;
    }

    /// <summary>Renamed first: something may be put aside while it is being deleted.</summary>
    public void Dispose()
    {
        var gone = _data.At($"{Temporary}/held-{Guid.NewGuid():n}");
        Directory.Move(_data.At(Held), gone);
        Directory.Delete(gone, recursive: true);
    }

    private void AddFolder(string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name), File.GetUnixFileMode(_data.At(name)));
        foreach (var entry in new DirectoryInfo(_data.At(name)).EnumerateFileSystemInfos())
        {
            cancellation.ThrowIfCancellationRequested();
            var inside = Path.Combine(name, entry.Name);
            if (LeftOut.Contains(inside) || inside.StartsWith("postgres-", StringComparison.Ordinal))
            {
                continue;
            }

            if (Directory.Exists(entry.FullName))
            {
                AddFolder(inside, cancellation);
            }
            else
            {
                Add(inside);
            }
        }
    }

    private bool Add(string name) => Add(name, _data.At(name));

    private bool Add(string name, string from)
    {
        var to = Path.Combine(Folder, name);
        if (File.Exists(to))
        {
            return true;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        return Posix.Link(from, to) == 0 || Copy(from, to);
    }

    // Another disk, or one without links.
    private static bool Copy(string from, string to)
    {
        try
        {
            File.Copy(from, to);
            return true;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
