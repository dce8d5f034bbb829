namespace Stogram.Load.Reports;

/// <summary>What was promised, as a ratio between two measurements of one run; the median of its rounds counts.</summary>
internal sealed record Ratio(string Scenario, string What, double Target, bool IsAtLeast, double[] Rounds)
{
    public double Value => Measurement.Round(Median(Rounds));

    public bool IsReached => IsAtLeast ? Value >= Target : Value <= Target;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
