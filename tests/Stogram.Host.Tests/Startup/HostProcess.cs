using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Stogram.Host.Tests.Startup;

/// <summary>The real server as its own process.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public IReadOnlyCollection<string> Lines => _lines;

    public string? LastLine => _lines.LastOrDefault();

    /// <param name="home">What to start on.</param>
    /// <param name="prefix">Program that starts the server, such as setpriv with its options.</param>
    /// <param name="environment">Further settings, as in Stogram__Urls.</param>
    /// <param name="arguments">Further arguments of the server.</param>
    public static HostProcess Launch(
        HostHome home,
        string[]? prefix = null,
        Dictionary<string, string>? environment = null,
        params string[] arguments)
    {
        string[] command =
            [.. prefix ?? [], "dotnet", home.Program, "--data", home.Data, "--urls", home.Url, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetDirectoryName(home.Program),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What these tests do in a second, people do in a day.
        start.Environment["Stogram__RateLimits__Enabled"] = "false";
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return new HostProcess(start);
    }

    public static async Task<HostProcess> Start(
        HostHome home, string[]? prefix = null, Dictionary<string, string>? environment = null)
    {
        var host = Launch(home, prefix, environment);
        var first = await Task.WhenAny(host._ready.Task, host._process.WaitForExitAsync()).WaitAsync(Patience);
        return first == host._ready.Task
            ? host
            : throw new InvalidOperationException($"The server ended: {string.Join('\n', host._lines)}");
    }

    /// <summary>What a person presses Ctrl-C on: the whole group of the terminal, not the server alone.</summary>
    public Task<int> InterruptGroup() => Signal(-Id, Interrupt);

    public Task<int> Stop() => Signal(Id, Terminate);

    public Task<int> Murder(params IEnumerable<int> others)
    {
        _ = SendSignal(Id, Kill);
        foreach (var other in others)
        {
            _ = SendSignal(other, Kill);
        }

        return Exited();
    }

    public async Task<int> Exited()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Stop();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    internal static extern int SendSignal(int process, int signal);

    private Task<int> Signal(int process, int signal)
    {
        _ = SendSignal(process, signal);
        return Exited();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (line.StartsWith("Stogram is ready at ", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
