using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stogram.Load.Reports;

/// <summary>The same numbers twice: a table for people, JSON for whoever compares runs.</summary>
internal static class WriteReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task To(string file, Report report, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, report, Json, cancellation);
    }

    public static void To(TextWriter console, Report report)
    {
        var machine = report.Machine;
        console.WriteLine(
            $"\n{machine.Processors} processors ({machine.Processor}), {machine.MemoryGigabytes} GB, {machine.Runtime}, {machine.Database}\n");
        Write(console,
        [
            ["scenario", "what", "per s", "deliveries/s", "answered p50/p95/p99 ms", "delivered p50/p95/p99 ms",
                "server s/1,000", "database s/1,000", "kB/connection", "lost", "twice", ""],
            .. report.Measurements.Select(Row),
        ]);
        Write(console,
        [
            ["ratio", "", "reached", "target", "", "rounds"],
            .. report.Ratios.Select(ratio => new[]
            {
                ratio.Scenario, ratio.What, Number(ratio.Value), $"{(ratio.IsAtLeast ? ">=" : "<=")} {Number(ratio.Target)}",
                ratio.IsReached ? "yes" : "NO", string.Join(' ', ratio.Rounds.Select(round => Number(Measurement.Round(round)))),
            }),
        ]);
        if (report.Quality.Count > 0)
        {
            Write(console,
            [
                ["recall@10 / MRR", "searches", "search", "ilike", "to_tsvector('english')"],
                .. report.Quality.Select(one => new[]
                {
                    one.Set, Number(one.Queries), Of(one.Search), Of(one.Ilike), Of(one.English),
                }),
            ]);
        }

        console.WriteLine($"{report.Lost} lost, {report.Duplicates} twice");
    }

    private static string[] Row(Measurement measured) =>
    [
        measured.Scenario, measured.What, Number(measured.PerSecond), Number(measured.DeliveriesPerSecond),
        Times(measured.Answered), Times(measured.Delivered), Number(measured.ServerSeconds), Number(measured.DatabaseSeconds),
        Number(measured.KilobytesPerConnection), Number(measured.Lost), Number(measured.Duplicates), measured.Note ?? "",
    ];

    private static string Times(Percentiles? times) =>
        times is null ? "" : $"{Number(times.P50)} / {Number(times.P95)} / {Number(times.P99)}";

    private static string Of(Found found) => string.Create(CultureInfo.InvariantCulture, $"{found.Recall:0.000} / {found.Rank:0.000}");

    private static string Number(double? value) => value switch
    {
        null => "",
        >= 1000 => value.Value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.###", CultureInfo.InvariantCulture),
    };

    private static void Write(TextWriter console, string[][] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        console.WriteLine();
    }
}
