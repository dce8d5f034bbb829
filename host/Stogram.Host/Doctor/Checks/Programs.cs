using System.Runtime.CompilerServices;
using Stogram.Host.Postgres;

namespace Stogram.Host.Doctor.Checks;

internal static class Programs
{
    private static readonly Version OldestNode = new(20, 19);

    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return Finding.Ok("programs", $".NET {Environment.Version}.");
        var (code, output) = await Tool.Run(["node", "--version"], cancellation);
        yield return code != 0 || !Version.TryParse(output.TrimStart('v'), out var node)
            ? Finding.Note("programs", "Node is not there.", "install Node 20.19 or newer: ./stogram run builds the web apps with it.")
            : node < OldestNode
                ? Finding.Problem("programs", $"Node {node} is too old.", "install Node 20.19 or newer.")
                : Finding.Ok("programs", $"Node {node}.");
        if (patient.Settings.ConnectionString == "")
        {
            var folders = (await FindBinaries.SystemFolders(cancellation)).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).ToArray();
            yield return folders.Length > 0
                ? Finding.Ok("programs", $"PostgreSQL in {string.Join(", ", folders)}.")
                : NpmBinaries.Folder() is { } package
                    ? Finding.Ok("programs", $"PostgreSQL of npm in {package}.")
                    : Finding.Problem("programs", "there are no programs of PostgreSQL.", "install postgresql, or run npm ci.");
        }
    }
}
