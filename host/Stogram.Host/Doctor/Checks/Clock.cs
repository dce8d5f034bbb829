using System.Runtime.CompilerServices;
using Stogram.Host.Postgres;

namespace Stogram.Host.Doctor.Checks;

/// <summary>Codes of authenticators and tokens hang on the clock; what orders messages does not.</summary>
internal static class Clock
{
    private static readonly TimeSpan Much = TimeSpan.FromSeconds(5);

    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (there, last) = (await patient.Ask(
            "select clock_timestamp(), greatest((select max(last_used_at) from core.sessions), (select max(at) from core.audit_log))",
            row => (row.GetFieldValue<DateTimeOffset>(0), row.IsDBNull(1) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(1)),
            cancellation))[0];
        var off = (DateTimeOffset.UtcNow - there).Duration();
        if (off > Much)
        {
            yield return Finding.Problem("clock", $"this machine and its database are {off.TotalSeconds:0} s apart.", "let both follow a time server (NTP).");
        }
        else if (last > DateTimeOffset.UtcNow + Much)
        {
            yield return Finding.Problem("clock", $"somebody was here in the future ({last:u}): the clock went back.", "let this machine follow a time server (NTP).");
        }
        else
        {
            var (code, output) = await Tool.Run(["timedatectl", "show", "--property=NTPSynchronized", "--value"], cancellation);
            yield return (code, output) is (0, "no")
                ? Finding.Note("clock", $"{DateTimeOffset.UtcNow:u}, but this machine follows no time server.", "timedatectl set-ntp true")
                : Finding.Ok("clock", $"{DateTimeOffset.UtcNow:u}.");
        }
    }
}
