using System.IO.Compression;
using System.Reflection.PortableExecutable;
using Stogram.Host.Plugins.Manifests;

namespace Stogram.Host.Plugins.Packages;

/// <summary>
/// Unpacks an uploaded package into a folder of its own, and trusts nothing in it: not the names, not the sizes it
/// states, not what a file calls itself.
/// </summary>
internal static class UnpackZip
{
    public const int LargestZip = 32 << 20;

    private const long LargestWhole = 128 << 20;
    private const int MostFiles = 2000;
    private const int LongestName = 200;

    // Text shrinks to a twentieth; what shrinks to a hundredth and less is made to fill disks.
    private const int HighestRatio = 100;
    private const long RatioFrom = 1 << 20;

    private const int UnixTypes = 0xF000;
    private const int UnixLink = 0xA000;

    /// <summary>Raised with one line per fault; what was unpacked by then is still there.</summary>
    public static void Into(string folder, Stream zip)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            var files = archive.Entries.Where(entry => !IsFolder(entry)).ToArray();
            var faults = Faults(archive, files).ToArray();
            if (faults.Length > 0)
            {
                throw new ManifestException(faults);
            }

            var left = LargestWhole;
            foreach (var file in files)
            {
                left -= Extract(file, Path.Combine(folder, file.FullName), left);
            }
        }
        catch (InvalidDataException)
        {
            throw new ManifestException(["The file is not a zip, or it is damaged."]);
        }
    }

    private static IEnumerable<string> Faults(ZipArchive archive, ZipArchiveEntry[] files)
    {
        if (archive.Entries.Count > MostFiles)
        {
            yield return $"It has more than {MostFiles} files.";
            yield break;
        }

        foreach (var entry in archive.Entries.Where(entry => !IsName(entry.FullName)))
        {
            yield return $"{Shown(entry.FullName)}: not a name a package may have in it.";
        }

        foreach (var entry in archive.Entries.Where(entry => ((entry.ExternalAttributes >> 16) & UnixTypes) == UnixLink))
        {
            yield return $"{Shown(entry.FullName)}: a link; a package has files alone.";
        }

        foreach (var twice in files.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            yield return $"{Shown(twice.Key)}: twice.";
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/');

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && !name.StartsWith('/')
        && name.All(letter => letter is >= ' ' and <= '~' and not ('\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|'))
        && name.TrimEnd('/').Split('/').All(part => part is not ("" or "." or "..") && !part.EndsWith(' ') && !part.EndsWith('.'));

    private static string Shown(string name) => name.Length <= LongestName ? name : $"{name[..LongestName]}…";

    private static long Extract(ZipArchiveEntry file, string target, long most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using (var from = file.Open())
        using (var to = new FileStream(target, FileMode.CreateNew))
        {
            Copy(file, from, to, most);
        }

        return IsNative(target) is { } what
            ? throw new ManifestException([$"{file.FullName}: {what}; a package may not bring native code."])
            : new FileInfo(target).Length;
    }

    // What the zip states about itself may be a lie: counted as it comes.
    private static void Copy(ZipArchiveEntry file, Stream from, Stream to, long most)
    {
        var buffer = new byte[81920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            to.Write(buffer, 0, read);
            if (to.Length > most)
            {
                throw new ManifestException([$"It is larger than {LargestWhole >> 20} MiB when unpacked."]);
            }

            if (to.Length > RatioFrom && to.Length / HighestRatio > Math.Max(1, file.CompressedLength))
            {
                throw new ManifestException([$"{file.FullName}: packed too tightly to be honest."]);
            }
        }
    }

    private static string? IsNative(string path)
    {
        using var stream = File.OpenRead(path);
        var start = new byte[4];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, read) switch
        {
            [0x7F, (byte)'E', (byte)'L', (byte)'F'] => "a Linux binary",
            [0xFE, 0xED, 0xFA, _] or [_, 0xFA, 0xED, 0xFE] or [0xCA, 0xFE, 0xBA, 0xBE] => "a macOS binary",
            [(byte)'M', (byte)'Z', ..] when !IsManaged(stream) => "a Windows binary",
            _ => null,
        };
    }

    private static bool IsManaged(Stream stream)
    {
        stream.Position = 0;
        try
        {
            using var reader = new PEReader(stream, PEStreamOptions.LeaveOpen);
            return reader.HasMetadata && reader.PEHeaders.CorHeader is { } header && header.Flags.HasFlag(CorFlags.ILOnly);
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
