using Stogram.Host.Startup;

namespace Stogram.Testing.Postgres;

internal static class ServePostgres
{
    /// <summary>Prints the connection string and serves until its input is closed.</summary>
    public static async Task Main()
    {
        using var signals = new StopSignals();
        await using var cluster = await ThrowawayCluster.Start();
        Console.WriteLine(cluster.ConnectionString);
        var asked = new TaskCompletionSource();
        await using var _ = signals.Token.Register(asked.SetResult);
        await Task.WhenAny(asked.Task, Task.Run(Console.In.ReadToEnd));
    }
}
