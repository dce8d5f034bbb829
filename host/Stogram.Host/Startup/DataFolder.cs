namespace Stogram.Host.Startup;

/// <summary>Everything the server keeps lies in here; one server at a time holds it.</summary>
internal sealed class DataFolder(string path)
{
    private const UnixFileMode Enterable = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const int WouldBlock = 11;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Cluster => At("postgres");

    public string Logs => At("log");

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder where it is missing and holds it until disposed; the kernel lets go after kill -9.</summary>
    public IDisposable Hold() =>
        TryHold() ?? throw new StartupError(
            $"The data folder {Path} is in use by another Stogram: stop it or choose another with --data.");

    /// <summary>Null while somebody else holds it.</summary>
    public IDisposable? TryHold()
    {
        try
        {
            Create();
            return Lock();
        }
        catch (IOException error) when (StartupError.IsDiskFull(error))
        {
            throw StartupError.DiskFull(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartupError($"The data folder {Path} is not writable ({error.Message}): choose another with --data.");
        }
    }

    private void Create()
    {
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(Path, mode);
        Directory.CreateDirectory(Logs, mode);
        if (Environment.IsPrivilegedProcess)
        {
            // Child processes run as other users and must pass through; they cannot list it.
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | Enterable);
        }
    }

    private FileStream? Lock()
    {
        try
        {
            return new FileStream(At("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.HResult == WouldBlock)
        {
            return null;
        }
    }
}
