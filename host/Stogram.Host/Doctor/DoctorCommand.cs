using System.CommandLine;
using System.Text.Json;
using Stogram.Host.Startup;

namespace Stogram.Host.Doctor;

internal static class DoctorCommand
{
    public const string Name = "doctor";

    private static readonly Option<bool> Json = new("--json") { Description = "for programs" };

    private static readonly Option<bool> Repair = new("--repair") { Description = "delete files that nothing names and that are older than a day" };

    public static Command Describe() => new(Name, "Looks whether all is well.") { Json, Repair };

    /// <returns>0 if there is no problem.</returns>
    public static async Task<int> Run(ParseResult parsed, HostSettings settings, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var isJson = parsed.GetValue(Json);
        await foreach (var finding in Examine.Run(settings, parsed.GetValue(Repair), cancellation))
        {
            findings.Add(finding);
            if (!isJson)
            {
                Print(finding);
            }
        }

        var problems = findings.Count(finding => finding.Health == Health.Problem);
        Console.WriteLine(isJson
            ? JsonSerializer.Serialize(findings, DoctorJson.Default.ListFinding)
            : problems switch { 0 => "All is well.", 1 => "There is one problem.", _ => $"There are {problems} problems." });
        return problems == 0 ? 0 : 1;
    }

    private static void Print(Finding finding)
    {
        var word = finding.Health switch { Health.Ok => "ok", Health.Note => "note", _ => "PROBLEM" };
        Console.WriteLine($"{word,-8}{finding.Check}: {finding.Text}");
        if (finding.Do is { } what)
        {
            Console.WriteLine($"{"",-8}{(finding.Health == Health.Problem ? "do" : "you may")}: {what}");
        }
    }
}
