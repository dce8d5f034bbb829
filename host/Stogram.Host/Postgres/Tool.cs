using System.ComponentModel;
using System.Diagnostics;

namespace Stogram.Host.Postgres;

/// <summary>Runs a small program to its end.</summary>
internal static class Tool
{
    public const int NotFound = 127;

    public static async Task<(int Code, string Output)> Run(IEnumerable<string> command, CancellationToken cancellation = default)
    {
        var words = command.ToArray();
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (Win32Exception error)
        {
            return (NotFound, error.Message);
        }
    }
}
