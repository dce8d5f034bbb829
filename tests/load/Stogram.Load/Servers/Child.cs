using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Stogram.Load.Servers;

/// <summary>A server as a process of its own, told apart from the load by its number.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int Terminate = 15;

    // On a machine that is busy with other things.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Child(ProcessStartInfo start, string sign)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data, sign);
        process.ErrorDataReceived += (_, line) => Take(line.Data, sign);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <summary>What follows the sign on the line that says it is ready.</summary>
    public string Ready => ready.Task.Result;

    public static async Task<Child> Start(
        IEnumerable<string> command, string sign, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        var words = command.ToArray();
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new Child(start, sign);
        var exited = child.process.WaitForExitAsync(cancellation);
        try
        {
            return await Task.WhenAny(child.ready.Task, exited).WaitAsync(Patience, cancellation) != exited
                ? child
                : throw new InvalidOperationException($"{words[^1]} ended: {string.Join('\n', child.lines)}");
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            _ = Signal(Id, Terminate);
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    private void Take(string? line, string sign)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (line.StartsWith(sign, StringComparison.Ordinal))
        {
            ready.TrySetResult(line[sign.Length..]);
        }
    }
}
