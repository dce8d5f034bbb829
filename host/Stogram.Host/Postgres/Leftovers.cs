using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

/// <summary>What a host that was killed may have left: a server that still runs, its children, a stale process file.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan PatienceAfterInterrupt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceAfterQuit = TimeSpan.FromSeconds(5);

    public static async Task Clear(ClusterFolder folder, Action<string> say, CancellationToken cancellation)
    {
        if (Processes(folder).Count > 0)
        {
            say("Stopping the PostgreSQL that an earlier run left behind.");
            if (!await Stop(folder, Posix.Interrupt, PatienceAfterInterrupt, cancellation)
                && !await Stop(folder, Posix.Quit, PatienceAfterQuit, cancellation))
            {
                throw new StartupError(
                    $"A PostgreSQL of an earlier run does not stop: end process {Processes(folder).First()} yourself.");
            }
        }

        RemoveMisleadingProcessFile(folder);
    }

    private static async Task<bool> Stop(ClusterFolder folder, int signal, TimeSpan patience, CancellationToken cancellation)
    {
        // Interrupt means "cancel the query" to a child but "shut down" to the server; the children follow it.
        var server = RecordedProcess(folder);
        var running = Processes(folder);
        foreach (var process in running.Where(process => signal == Posix.Quit || process == server))
        {
            _ = Posix.Signal(process, signal);
        }

        var end = DateTime.UtcNow + patience;
        while (Processes(folder).Count > 0 && DateTime.UtcNow < end)
        {
            await Task.Delay(20, cancellation);
        }

        return Processes(folder).Count == 0;
    }

    // Every process of a cluster works in its folder, so this finds them even when the process file is gone or wrong.
    private static List<int> Processes(ClusterFolder folder) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(id => id > 0 && WorksIn(id) == folder.Path)];

    private static string? WorksIn(int process)
    {
        try
        {
            return new FileInfo($"/proc/{process}/cwd").LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int? RecordedProcess(ClusterFolder folder) =>
        File.Exists(folder.ProcessFile) && int.TryParse(File.ReadLines(folder.ProcessFile).FirstOrDefault(), out var id)
            ? id
            : null;

    // PostgreSQL clears a stale file itself unless the recorded number now belongs to some other process, which after
    // a reboot it soon does. Only then is the file removed here: it also guards against a half-dead server.
    private static void RemoveMisleadingProcessFile(ClusterFolder folder)
    {
        if (RecordedProcess(folder) is { } process && Directory.Exists($"/proc/{process}"))
        {
            File.Delete(folder.ProcessFile);
        }
    }
}
