using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;

namespace Stogram.Troubled;

/// <summary>What careless code leaves behind when it is switched off.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private static Timer? timer;

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
