using System.Diagnostics;
using Stogram.Host.Tests.Startup;

namespace Stogram.Host.Tests.Backup;

/// <summary>The backup and restore commands, run as a person runs them.</summary>
internal sealed record BackupRun(int Code, string[] Output, string[] Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static Task<BackupRun> Make(HostHome home, string file, Dictionary<string, string>? environment = null) =>
        Run(home, environment, "backup", "--data", home.Data, "--to", file);

    /// <summary>For tests that look at what is restored themselves.</summary>
    public static Task<BackupRun> MakeUnchecked(HostHome home, string file, Dictionary<string, string>? environment = null) =>
        Run(home, environment, "backup", "--data", home.Data, "--to", file, "--no-check");

    public static Task<BackupRun> Restore(HostHome home, string file, Dictionary<string, string>? environment = null) =>
        Run(home, environment, "restore", file, "--data", home.Data);

    public static Task<BackupRun> Check(HostHome home, string file) => Run(home, null, "backup", "--check", file);

    public static async Task<BackupRun> Run(HostHome home, Dictionary<string, string>? environment, params string[] arguments)
    {
        using var process = Launch(home, environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new BackupRun(process.ExitCode, Lines(await output), Lines(await errors));
    }

    public static Process Launch(HostHome home, Dictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [home.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Succeeded() => Assert.True(Code == 0, string.Join('\n', Errors.Concat(Output)));

    public void Failed(string why)
    {
        Assert.NotEqual(0, Code);
        Assert.StartsWith($"stogram: {why}", Errors[^1]);
        Assert.DoesNotContain(Errors, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
