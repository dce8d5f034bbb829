namespace Stogram.Load.Reports;

/// <summary>A histogram with 64 steps per doubling: a percentile is right within 1.6 %.</summary>
internal sealed class Latencies
{
    private const int Steps = 64;

    private readonly long[] counts = new long[Steps * 58];

    public void Add(long nanoseconds)
    {
        var value = (ulong)Math.Max(nanoseconds, Steps);
        var doubling = 63 - System.Numerics.BitOperations.LeadingZeroCount(value);
        var step = (int)((value >> (doubling - 6)) & (Steps - 1));
        Interlocked.Increment(ref counts[((doubling - 6) * Steps) + step]);
    }

    public Percentiles Read() => new(At(0.50), At(0.95), At(0.99));

    private double At(double part)
    {
        var rest = (long)Math.Ceiling(counts.Sum() * part);
        for (var i = 0; i < counts.Length; i++)
        {
            rest -= counts[i];
            if (rest <= 0)
            {
                return Math.Round(Math.ScaleB(1 + (((i % Steps) + 0.5) / Steps), (i / Steps) + 6) / 1e6, 3);
            }
        }

        return 0;
    }
}

/// <summary>In milliseconds.</summary>
internal sealed record Percentiles(double P50, double P95, double P99);
