using System.Diagnostics;

namespace Stogram.Testing.Postgres;

/// <summary>
/// The PostgreSQL server of the tests: the one named by STOGRAM_TEST_POSTGRES, else a private one of this process.
/// </summary>
public static class TestPostgres
{
    private static readonly Lazy<Task<string>> Server = new(Find);

    // Held for good: were it collected, its input would be closed and the server would go in the middle of a test.
    private static Process? _private;

    /// <summary>Connects as superuser to a database that nobody uses for anything else.</summary>
    public static Task<string> ConnectionString => Server.Value;

    private static Task<string> Find() =>
        Environment.GetEnvironmentVariable("STOGRAM_TEST_POSTGRES") is { Length: > 0 } given
            ? Task.FromResult(given)
            : StartPrivate();

    // A process of its own: test runners give theirs 100 ms to end, and closing its input reaches it however they end.
    private static async Task<string> StartPrivate()
    {
        var program = typeof(ServePostgres).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", .. Runtime(Path.GetDirectoryName(program)!), program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _private = Process.Start(start)!;
        return await _private.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The PostgreSQL of the tests did not start.");
    }

    // Taken from a package, it lies beside the tests without a word on how to run it: as they run.
    private static string[] Runtime(string folder)
    {
        const string suffix = ".runtimeconfig.json";
        var own = Path.Combine(folder, "Stogram.Testing");
        var name = File.Exists(own + suffix) ? own : Directory.EnumerateFiles(folder, "*" + suffix).Single()[..^suffix.Length];
        return ["--runtimeconfig", name + suffix, "--depsfile", name + ".deps.json"];
    }
}
