using System.Diagnostics;

namespace Stogram.Host.Postgres;

/// <summary>The running server process, a direct child of this one.</summary>
internal sealed class Postmaster
{
    private readonly TaskCompletionSource<Process> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Postmaster()
    {
    }

    public Task Exited => _exited.Task;

    public bool HasExited => Exited.IsCompleted;

    /// <param name="command">The server and its arguments.</param>
    /// <param name="log">File that takes its output.</param>
    public static async Task<Postmaster> Start(IEnumerable<string> command, string log)
    {
        var postmaster = new Postmaster();
        // A session of its own: Ctrl-C reaches every process of the terminal's group, and the database must outlive
        // the host's last transaction. The shell opens the log before the server's own user takes over.
        var start = new ProcessStartInfo(
            "sh", ["-c", "exec setsid \"$@\" </dev/null >>\"$0\" 2>&1", log, .. command]);
        // The kernel ties "die with your parent" to the thread that started the child: it has to live as long.
        new Thread(() => postmaster.Hold(start)) { IsBackground = true, Name = "postmaster" }.Start();
        await postmaster._started.Task;
        return postmaster;
    }

    /// <summary>Fast shutdown; immediate when that takes too long, which costs the next start a recovery but no data.</summary>
    public async Task Stop()
    {
        if (HasExited)
        {
            return;
        }

        var process = (await _started.Task).Id;
        foreach (var (signal, seconds) in new[] { (Posix.Interrupt, 5), (Posix.Quit, 2), (Posix.Kill, 1) })
        {
            if (!HasExited)
            {
                _ = Posix.Signal(process, signal);
                await Task.WhenAny(Exited, Task.Delay(TimeSpan.FromSeconds(seconds)));
            }
        }
    }

    private void Hold(ProcessStartInfo start)
    {
        try
        {
            using var process = Process.Start(start)!;
            _started.SetResult(process);
            process.WaitForExit();
            _exited.SetResult();
        }
        catch (Exception error)
        {
            _started.TrySetException(error);
        }
    }
}
