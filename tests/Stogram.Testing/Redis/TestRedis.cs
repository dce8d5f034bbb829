using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Stogram.Testing.Redis;

/// <summary>
/// A private Redis on a free port, without persistence, to be killed and started again at will. Tests that leave it
/// alone take the one named by STOGRAM_TEST_REDIS, if any.
/// </summary>
public sealed class TestRedis : IAsyncDisposable
{
    private readonly int _port = FreePort();

    private Process? _process;

    private readonly string? _given;

    private TestRedis(string? given = null) => _given = given;

    public string ConnectionString => _given ?? $"127.0.0.1:{_port}";

    /// <summary>Reserves an address at which nothing answers until <see cref="Run"/>.</summary>
    public static TestRedis Absent() => new();

    public static Task<TestRedis> Start() =>
        Environment.GetEnvironmentVariable("STOGRAM_TEST_REDIS") is { Length: > 0 } given
            ? Task.FromResult(new TestRedis(given))
            : StartOwn();

    public static async Task<TestRedis> StartOwn()
    {
        var redis = new TestRedis();
        await redis.Run();
        return redis;
    }

    public async Task Run(string password = "")
    {
        _process = Process.Start(new ProcessStartInfo("redis-server", [
            "--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no", "--requirepass", password,
        ])
        {
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        while (!await Answers())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("redis-server did not start.");
            }

            await Task.Delay(20);
        }
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>There, and silent.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public async Task<List<string>> Channels(string pattern) => await Ask("pubsub", "channels", pattern);

    /// <summary>Of the channels that a pattern names, together.</summary>
    public async Task<int> Subscribers(string pattern)
    {
        var count = 0;
        foreach (var channel in await Channels(pattern))
        {
            count += int.Parse((await Ask("pubsub", "numsub", channel))[1]);
        }

        return count;
    }

    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }

        _process?.Dispose();
        return default;
    }

    private async Task<List<string>> Ask(params string[] words)
    {
        var end = ConnectionString.Split(',')[0].Split(':');
        using var asked = Process.Start(new ProcessStartInfo("redis-cli", ["-h", end[0], "-p", end[1], .. words])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = await asked.StandardOutput.ReadToEndAsync();
        return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private void Signal(string name) => Process.Start("kill", [$"-{name}", $"{_process!.Id}"]).WaitForExit();

    private async Task<bool> Answers()
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
