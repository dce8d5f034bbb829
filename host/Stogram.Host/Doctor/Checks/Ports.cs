using System.Runtime.CompilerServices;
using Stogram.Host.Startup;

namespace Stogram.Host.Doctor.Checks;

internal static class Ports
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var url in patient.Settings.Urls)
        {
            yield return patient.IsRunning
                ? Finding.Ok("ports", $"a server runs on this data folder; {url} is where it listens, unless it was told otherwise.")
                : Free(url);
        }
    }

    private static Finding Free(string url)
    {
        try
        {
            CheckPorts.AreFree([url]);
            return Finding.Ok("ports", $"{url} is free.");
        }
        catch (StartupError error)
        {
            return Finding.Problem("ports", error.Message, "stop the other program, or choose another port with --urls.");
        }
    }
}
