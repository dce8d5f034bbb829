using System.Runtime.CompilerServices;
using Stogram.Core.Shared;

namespace Stogram.Host.Doctor.Checks;

/// <summary>Rights and room of the data folder.</summary>
internal static class Folder
{
    private const long Little = 1L << 30;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var data = patient.Settings.Data.Path;
        if (!Directory.Exists(data))
        {
            yield return Finding.Note("data folder", $"{data} is not there yet: the first ./stogram run makes it.");
            yield break;
        }

        yield return CanWrite(data)
            ? Finding.Ok("data folder", $"{data} can be written to.")
            : Finding.Problem("data folder", $"{data} cannot be written to by {Environment.UserName}.", "run this as the user of the server, or give the folder to that user.");
        var free = new DriveInfo(data).AvailableFreeSpace;
        yield return free < Little
            ? Finding.Problem("data folder", $"only {HumanSize.Of(free)} are free on its disk.", "make room: people cannot send files, and in the end nothing.")
            : Finding.Ok("data folder", $"{HumanSize.Of(free)} are free on its disk.");
        var open = Secrets(patient).Where(file => (File.GetUnixFileMode(file) & Others) != 0).ToArray();
        yield return open.Length > 0
            ? Finding.Problem("data folder", $"others on this machine can read {open[0]}.", $"chmod 600 {string.Join(' ', open)}")
            : Finding.Ok("data folder", "its keys are the server's alone.");
    }

    private static IEnumerable<string> Secrets(Patient patient) =>
        new[] { Path.Combine(patient.Settings.Keys, "signing.key"), patient.Settings.Data.At("postgres.password") }.Where(File.Exists);

    private static bool CanWrite(string folder)
    {
        try
        {
            File.Create(Path.Combine(folder, $"{Guid.NewGuid():n}.doctor"), 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
