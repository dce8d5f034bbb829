using System.CommandLine;
using Stogram.Load.References;
using Stogram.Load.Scenarios;

namespace Stogram.Load;

/// <summary>The command line: scenarios to run, or <c>bare</c>, which serves the references in a process of their own.</summary>
internal static class Command
{
    private static readonly Argument<string[]> Names = new("scenario")
    {
        Description = $"any of {string.Join(", ", Every.Names)}; all when none is named",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Quick = new("--quick") { Description = "a few seconds and a few people: does it work?" };

    private static readonly Option<string> Server = new("--host")
    {
        Description = "the server's program",
        DefaultValueFactory = _ => Repository.Path("host", "Stogram.Host", "bin", "Release", "net10.0", "Stogram.Host.dll"),
    };

    private static readonly Option<string> Output = new("--json")
    {
        Description = "file that takes the numbers",
        DefaultValueFactory = _ => Repository.Path("artifacts", "bench", $"{DateTime.UtcNow:yyyyMMdd-HHmmss}.json"),
    };

    public static Task<int> Run(string[] args)
    {
        Names.Validators.Add(given =>
        {
            foreach (var name in given.GetValueOrDefault<string[]>().Except(Every.Names))
            {
                given.AddError($"There is no scenario '{name}'.");
            }
        });
        var bench = new RootCommand("Measures a server against references in the same run.") { Names, Quick, Server, Output };
        bench.SetAction((given, cancellation) => Bench.Run(
            new(given.GetValue(Names)!, given.GetValue(Quick), given.GetValue(Server)!, given.GetValue(Output)!), cancellation));
        var bare = new System.CommandLine.Command("bare", "Serves the references.") { Hidden = true };
        bare.SetAction((_, cancellation) => ServeBare.Run(cancellation));
        bench.Subcommands.Add(bare);
        return bench.Parse(args).InvokeAsync();
    }
}
