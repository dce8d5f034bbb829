using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Stogram.Troubled;

/// <summary>What careless code leaves behind when it is switched off.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private static readonly AsyncLocal<Line?> Local = new();

    private static Timer? timer;

    [ThreadStatic]
    private static Line? kept;

    public static void Leave(string what, CancellationToken cancellation)
    {
        switch (what)
        {
            case "timer":
                timer = new(_ => TickOn(), null, Tick, Tick);
                break;
            case "task":
                _ = Loop();
                break;
            case "registration":
                cancellation.Register(() => throw new TroubleException("thrown after all is over"));
                break;
            case "watcher":
                _ = new FileSystemWatcher(Directory.CreateTempSubdirectory("stogram-watched-").FullName) { EnableRaisingEvents = true };
                break;
            case "socket":
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                socket.Listen();
                _ = socket.AcceptAsync(CancellationToken.None).AsTask();
                break;
            case "json":
                // What a plugin's own types look like is remembered by the library, for all of the process.
                var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
                JsonSerializer.Serialize(new Line("kept"), options.GetTypeInfo(typeof(Line)));
                break;
            case "descriptor":
                // Called so that no scan sees it.
                Type.GetType("System.ComponentModel.TypeDescriptor, System.ComponentModel.TypeConverter", throwOnError: true)!
                    .GetMethod("GetProperties", [typeof(Type)])!.Invoke(null, [typeof(Line)]);
                break;
            case "activity":
                new ActivitySource("troubled").StartActivity("left")!.SetTag("line", new Line("kept"));
                break;
            case "local":
                Local.Value = new("kept");
                timer = new(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
                break;
            case "static":
                kept = new("kept");
                break;
            case "gauge":
                new Meter("troubled").CreateObservableGauge("troubled.left", () => Trouble.End.Ticks);
                break;
            case "finalizer":
                _ = new Undertaker();
                break;
            case "event":
                AppDomain.CurrentDomain.ProcessExit += (_, _) => timer?.Dispose();
                break;
        }
    }

    private sealed record Line(string Words);

    private sealed class Undertaker
    {
        ~Undertaker() => Thread.Sleep(TimeSpan.FromSeconds(8));
    }

    private static void TickOn()
    {
        if (DateTime.UtcNow > Trouble.End)
        {
            timer?.Dispose();
        }
    }

    private static async Task Loop()
    {
        while (DateTime.UtcNow < Trouble.End)
        {
            await Task.Delay(Tick);
        }
    }
}
