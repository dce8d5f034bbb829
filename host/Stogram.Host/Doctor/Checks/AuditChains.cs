using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;

namespace Stogram.Host.Doctor.Checks;

/// <summary>Reads every organization's log from the first row on.</summary>
internal static class AuditChains
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = patient.Context();
        var organizations = await db.Organizations.Where(one => one.DeletedAt == null).OrderBy(one => one.Id).ToListAsync(cancellation);
        var (broken, rows) = (new List<Finding>(), 0L);
        foreach (var organization in organizations)
        {
            var (read, brokenAt) = await VerifyAudit.Run(db, organization.Id, cancellation);
            rows += read;
            if (brokenAt is { } seq)
            {
                broken.Add(Finding.Problem(
                    "audit log",
                    $"in {organization.Name} entry {seq} was changed, or one before it is missing.",
                    "compare with an export or a backup: somebody wrote to the database by hand."));
            }
        }

        foreach (var finding in broken)
        {
            yield return finding;
        }

        if (broken.Count == 0)
        {
            yield return Finding.Ok("audit log", $"{rows} entries, each as it was written.");
        }
    }
}
