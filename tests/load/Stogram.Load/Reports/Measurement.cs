using Stogram.Load.Servers;

namespace Stogram.Load.Reports;

/// <summary>One measured stretch of one scenario at one place.</summary>
internal sealed record Measurement(string Scenario, string What)
{
    public double? PerSecond { get; init; }

    public double? DeliveriesPerSecond { get; init; }

    /// <summary>From sending to the acknowledgement, or from asking to the whole answer.</summary>
    public Percentiles? Answered { get; init; }

    /// <summary>From sending to the moment another person has it.</summary>
    public Percentiles? Delivered { get; init; }

    /// <summary>Processor seconds of the server per 1,000 messages, or answers.</summary>
    public double? ServerSeconds { get; init; }

    public double? DatabaseSeconds { get; init; }

    public double? KilobytesPerConnection { get; init; }

    public int? Lost { get; init; }

    public int? Duplicates { get; init; }

    public string? Note { get; init; }

    public Measurement WithCost(Usage usage, double count) => this with
    {
        ServerSeconds = Round(usage.Server / count * 1000),
        DatabaseSeconds = Round(usage.Database / count * 1000),
    };

    public static double Round(double value) => Math.Round(value, value >= 100 ? 0 : 4);
}
