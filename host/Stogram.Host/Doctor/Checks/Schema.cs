using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Stogram.Host.Doctor.Checks;

internal static class Schema
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = patient.Context();
        var known = db.Database.GetMigrations().ToArray();
        var exists = (await patient.Ask("select to_regclass('core.migrations') is not null", row => row.GetBoolean(0), cancellation))[0];
        var applied = exists
            ? await patient.Ask("""select "MigrationId" from core.migrations order by 1""", row => row.GetString(0), cancellation)
            : [];
        var (pending, newer) = (known.Except(applied).ToArray(), applied.Except(known).ToArray());
        yield return newer.Length > 0
            ? Finding.Problem("schema", $"the database was made by a newer Stogram ({newer[^1]}).", "update this one.")
            : pending.Length > 0
                ? Finding.Note("schema", $"{pending.Length} migrations wait ({string.Join(", ", pending)}); what lies within was not looked at.", "start the server: it brings the database up to date.")
                : Finding.Ok("schema", $"up to date, {applied[^1]}.");
    }
}
