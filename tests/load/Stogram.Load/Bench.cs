using Stogram.Load.Reports;
using Stogram.Load.Scenarios;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load;

internal sealed record BenchOptions(string[] Scenarios, bool IsQuick, string Program, string Json);

/// <summary>One run: the servers of this run, and what is found out about them.</summary>
internal sealed record Bench(BenchOptions Options, StogramServer Stogram, BareServer Bare, Seed Seed, Report Report)
{
    public bool IsQuick => Options.IsQuick;

    /// <summary>References and product take turns, so that a noisy neighbour disturbs both.</summary>
    public int Rounds => IsQuick ? 1 : 7;

    public TimeSpan Stretch => TimeSpan.FromSeconds(IsQuick ? 0.5 : 3);

    /// <summary>How many deliveries come before the first stretch: until then much of the time goes into compiling.</summary>
    public int Rehearsal => IsQuick ? 0 : 100_000;

    public static async Task<int> Run(BenchOptions options, CancellationToken cancellation)
    {
        await using var stogram = await StogramServer.Start(options.Program, [], cancellation);
        await using var bare = await BareServer.Start(options.Program, cancellation);
        await using var connection = await stogram.Database.OpenConnectionAsync(cancellation);
        var bench = new Bench(options, stogram, bare, new(stogram.Database), new(options.IsQuick)
        {
            Machine = Machine.This($"PostgreSQL {connection.ServerVersion}"),
        });
        foreach (var (name, scenario) in Every.Named(options.Scenarios))
        {
            Console.WriteLine($"{DateTime.Now:HH:mm:ss} {name}");
            await scenario(bench, cancellation);
        }

        WriteReport.To(Console.Out, bench.Report);
        await WriteReport.To(options.Json, bench.Report, cancellation);
        Console.WriteLine($"The numbers are in {options.Json}.");
        return bench.Report.IsWhole ? 0 : 1;
    }
}
