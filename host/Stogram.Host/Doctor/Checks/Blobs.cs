using System.Runtime.CompilerServices;
using Stogram.Core.Shared;
using Stogram.Host.Backup;

namespace Stogram.Host.Doctor.Checks;

/// <summary>Rows whose file is gone, and files that no row names.</summary>
internal static class Blobs
{
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    // Where uploads are put, see UploadFile; what plugins make of them lies elsewhere and is theirs.
    private static readonly string[] Places =
        ["messages/images/originals", "messages/videos/originals", "messages/audio", "messages/files", "temp"];

    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var uploads = patient.Settings.Uploads;
        // Files first: whatever is uploaded meanwhile is younger than a day.
        var orphans = Files(uploads).Where(file => DateTime.UtcNow - file.LastWriteTimeUtc > Young)
            .ToDictionary(file => Path.GetRelativePath(uploads, file.FullName));
        // Those in a bucket are the bucket's to look after.
        var named = await patient.Ask(
            $"select path from core.files f where not {Snapshot.InBucket}", row => row.GetString(0), cancellation);
        var lost = named.Where(path => !orphans.Remove(path) && !File.Exists(Path.Combine(uploads, path))).ToArray();
        yield return lost.Length > 0
            ? Finding.Problem("files", $"{lost.Length} of {named.Count} are lost, {lost[0]} for one.", "bring them back from a backup.")
            : Finding.Ok("files", $"{named.Count}, all there.");
        if (orphans.Count == 0)
        {
            yield break;
        }

        var size = HumanSize.Of(orphans.Values.Sum(file => file.Length));
        if (patient.Repair)
        {
            orphans.Values.ToList().ForEach(file => file.Delete());
            yield return Finding.Ok("files", $"{orphans.Count} that nothing named are deleted ({size}).");
        }
        else
        {
            yield return Finding.Note("files", $"{orphans.Count} are named by nothing and older than a day ({size}).", "./stogram doctor --repair deletes them.");
        }
    }

    private static IEnumerable<FileInfo> Files(string uploads) => Places
        .Select(place => new DirectoryInfo(Path.Combine(uploads, place))).Where(folder => folder.Exists)
        .SelectMany(folder => folder.EnumerateFiles()).Where(file => Guid.TryParse(file.Name, out _));
}
