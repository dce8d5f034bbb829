using System.Diagnostics;
using System.Text.Json.Nodes;
using Stogram.Testing;

namespace Stogram.Host.Tests.Load;

public sealed class BenchTests
{
    [Fact]
    public async Task The_load_test_talks_to_the_real_server_and_finds_nothing_lost()
    {
        var json = Path.Combine(Directory.CreateTempSubdirectory("stogram-bench-test-").FullName, "bench.json");

        var (code, output) = await Run("pairs", "--quick", "--host", Server, "--json", json);

        Assert.True(code == 0, output);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(json))!;
        Assert.Equal(0, report["lost"]!.GetValue<int>());
        Assert.Equal(0, report["duplicates"]!.GetValue<int>());
        Assert.Equal(2, report["ratios"]!.AsArray().Count);
        Assert.All(report["measurements"]!.AsArray(), measured => Assert.NotEqual(0, measured!["perSecond"]?.GetValue<double>()));
    }

    private static string Server => Path.Combine(AppContext.BaseDirectory, "Stogram.Host.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        var program = Repository.Path("tests", "load", "Stogram.Load", "bin", Configuration, "net10.0", "Stogram.Load.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
