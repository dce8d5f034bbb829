using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

/// <summary>What the server has written since this object was made.</summary>
internal sealed class ServerLog
{
    private const long Large = 16 << 20;

    private readonly string _path;
    private readonly long _from;

    public ServerLog(string path)
    {
        _path = path;
        if (File.Exists(path) && new FileInfo(path).Length > Large)
        {
            File.Move(path, path + ".old", overwrite: true);
        }

        _from = File.Exists(path) ? new FileInfo(path).Length : 0;
    }

    public StartupError Explain()
    {
        var lines = Written();
        if (lines.Any(line => line.Contains("No space left on device")))
        {
            return StartupError.DiskFull(_path);
        }

        var reason = lines.LastOrDefault(line => line.Contains("FATAL:") || line.Contains("PANIC:")) ?? lines.LastOrDefault();
        return new StartupError($"PostgreSQL did not start: {reason ?? "it gave no reason"} (log: {_path})");
    }

    private string[] Written()
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = _from;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
