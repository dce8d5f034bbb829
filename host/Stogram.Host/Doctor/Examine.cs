using System.Runtime.CompilerServices;
using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Host.Doctor;

/// <summary>Looks at a server, running or not. A check that fails itself is a problem of its own and ends no other.</summary>
internal static class Examine
{
    public static async IAsyncEnumerable<Finding> Run(
        HostSettings settings, bool repair, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var patient = new Patient(settings, IsHeld(settings), null, repair);
        await foreach (var finding in All(Every.Outside, patient, cancellation))
        {
            yield return finding;
        }

        if (settings.ConnectionString == "" && !Directory.Exists(settings.Data.Cluster))
        {
            yield return Finding.Note("database", "there is none yet: the first ./stogram run makes it.");
            yield break;
        }

        var (source, failure) = await Open(settings, cancellation);
        if (source is null)
        {
            yield return failure!;
            yield break;
        }

        await using (source)
        {
            await using var database = OpenDatabase.With(source.ConnectionString);
            patient = patient with { Database = database };
            var isUsable = true;
            await foreach (var finding in All(Every.Inside, patient, cancellation))
            {
                isUsable = isUsable && (finding.Check != "schema" || finding.Health == Health.Ok);
                yield return finding;
            }

            await foreach (var finding in All(isUsable ? Every.Within : [], patient, cancellation))
            {
                yield return finding;
            }
        }
    }

    private static async IAsyncEnumerable<Finding> All(
        IEnumerable<(string Name, Every.Check Run)> checks, Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (name, run) in checks)
        {
            var found = new List<Finding>();
            try
            {
                await foreach (var finding in run(patient, cancellation))
                {
                    found.Add(finding);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                found.Add(Finding.Problem(name, $"could not be looked at: {error.Message.ReplaceLineEndings(" ")}", "see whether the problems above explain it."));
            }

            foreach (var finding in found)
            {
                yield return finding;
            }
        }
    }

    private static async Task<(SourceDatabase? Source, Finding? Failure)> Open(HostSettings settings, CancellationToken cancellation)
    {
        try
        {
            return (await SourceDatabase.Open(settings, _ => { }, cancellation), null);
        }
        catch (StartupError error)
        {
            return (null, Finding.Problem("database", error.Message, settings.ConnectionString == ""
                ? $"look into {settings.Data.Logs} and {settings.Data.Cluster}."
                : "see that the server of Stogram__Database__ConnectionString runs and takes this user."));
        }
    }

    /// <summary>Without making the folder where there is none.</summary>
    private static bool IsHeld(HostSettings settings)
    {
        if (!File.Exists(settings.Data.At("lock")))
        {
            return false;
        }

        try
        {
            using var held = settings.Data.TryHold();
            return held is null;
        }
        catch (StartupError)
        {
            return false;
        }
    }
}
