namespace Stogram.Load.Reports;

/// <summary>Everything one run has found.</summary>
internal sealed class Report(bool isQuick)
{
    public bool IsQuick => isQuick;

    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;

    public required Machine Machine { get; init; }

    public List<Measurement> Measurements { get; } = [];

    public List<Ratio> Ratios { get; } = [];

    public List<Quality> Quality { get; } = [];

    public int Lost => Measurements.Sum(measured => measured.Lost ?? 0);

    public int Duplicates => Measurements.Sum(measured => measured.Duplicates ?? 0);

    public bool IsWhole => Lost == 0 && Duplicates == 0;
}

internal sealed record Machine(int Processors, string Processor, long MemoryGigabytes, string Runtime, string Database)
{
    public static Machine This(string database) => new(
        Environment.ProcessorCount,
        File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(": ")[1],
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30,
        System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        database);
}
