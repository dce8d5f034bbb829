using System.Security.Cryptography;
using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

internal sealed class ClusterFolder(string data)
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = System.IO.Path.Combine(data, "postgres");

    public string Log { get; } = System.IO.Path.Combine(data, "log", "postgres.log");

    public string ProcessFile => System.IO.Path.Combine(Path, "postmaster.pid");

    public int? MajorVersion()
    {
        var file = System.IO.Path.Combine(Path, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), out var version) ? version : null;
    }

    /// <summary>Folder of the socket that the running server listens on; null while none runs.</summary>
    public string? RunningAt()
    {
        const int socketLine = 4;
        return File.Exists(ProcessFile) ? File.ReadLines(ProcessFile).ElementAtOrDefault(socketLine) : null;
    }

    public string Password()
    {
        var file = System.IO.Path.Combine(data, "postgres.password");
        if (!File.Exists(file))
        {
            WriteSecret(file + ".new", RandomNumberGenerator.GetHexString(40, lowercase: true));
            File.Move(file + ".new", file);
        }

        return File.ReadAllText(file);
    }

    public static void WriteSecret(string file, string secret)
    {
        File.Delete(file);
        using var stream = new FileStream(
            file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerFile });
        using var writer = new StreamWriter(stream);
        writer.Write(secret);
    }

    /// <summary>A path of a socket ends at 107 bytes; a data folder deep in a tree gets one in /tmp, readable by nobody else.</summary>
    public string SocketFolder(ClusterOwner owner)
    {
        var beside = System.IO.Path.Combine(data, "run");
        var folder = Fits(beside)
            ? Directory.CreateDirectory(beside, OwnerOnly).FullName
            : Directory.CreateTempSubdirectory("stogram-").FullName;
        if (!Fits(folder))
        {
            throw new StartupError($"The path {folder} is too long for a socket: set TMPDIR to a short one, such as /tmp.");
        }

        owner.Own(folder);
        return folder;
    }

    private static bool Fits(string folder) =>
        System.Text.Encoding.UTF8.GetByteCount(System.IO.Path.Combine(folder, ".s.PGSQL.5432")) <= 107;
}
