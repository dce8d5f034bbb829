using System.Diagnostics;

namespace Stogram.Host.Tests.Startup;

/// <summary>The script on a machine that has only the programs named here.</summary>
public sealed class ScriptTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _programs = Directory.CreateTempSubdirectory("stogram-path-").FullName;

    [Theory]
    [InlineData(null, "v22.1.0", "the .NET SDK is missing")]
    [InlineData("8.0.404", "v22.1.0", "the .NET SDK is too old (8.0.404)")]
    [InlineData("10.0.100", null, "Node is missing")]
    [InlineData("10.0.100", "v20.18.3", "Node is too old (v20.18.3)")]
    [InlineData("10.0.100", "v18.20.0", "Node is too old (v18.20.0)")]
    public async Task What_must_be_installed_first_is_named_in_one_line(string? dotnet, string? node, string why)
    {
        Install("dotnet", dotnet);
        Install("node", node);
        Install("npm", "11.0.0");

        var (code, _, errors) = await Script("run");

        Assert.NotEqual(0, code);
        Assert.StartsWith($"stogram: {why}", Assert.Single(errors));
    }

    [Fact]
    public async Task An_unknown_command_is_refused()
    {
        var (code, _, errors) = await Script("fly");

        Assert.NotEqual(0, code);
        Assert.Equal("stogram: there is no command 'fly': see ./stogram help.", Assert.Single(errors));
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var (code, output, _) = await Script("help");

        Assert.Equal(0, code);
        Assert.All(["run", "backup", "restore", "account reset", "doctor", "test", "help"], command => Assert.Contains(output, line => line.Contains($"./stogram {command}")));
    }

    public void Dispose() => Directory.Delete(_programs, recursive: true);

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Stogram.sln")))
        {
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run outside of a clone.");
        }

        return at;
    }

    private void Install(string program, string? version)
    {
        if (version is not null)
        {
            var file = Path.Combine(_programs, program);
            File.WriteAllText(file, $"#!/bin/sh\necho {version}\n");
            File.SetUnixFileMode(file, Executable);
        }
    }

    private async Task<(int Code, string[] Output, string[] Errors)> Script(string command)
    {
        foreach (var tool in new[] { "dirname", "readlink", "cat" })
        {
            File.CreateSymbolicLink(Path.Combine(_programs, tool), File.Exists($"/usr/bin/{tool}") ? $"/usr/bin/{tool}" : $"/bin/{tool}");
        }

        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(Root(), "stogram"), command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _programs;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, Lines(await output), Lines(await errors));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
