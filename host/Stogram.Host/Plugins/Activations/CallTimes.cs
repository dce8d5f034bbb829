namespace Stogram.Host.Plugins.Activations;

/// <summary>
/// How long calls took in the last five to ten minutes, counted in eight steps per doubling: nodes can add them up, and a
/// percentile is right within 5 %.
/// </summary>
internal sealed class CallTimes(TimeProvider time)
{
    private const double Shortest = 0.01;
    private const int PerDoubling = 8;

    // Up to three minutes: nothing has a longer budget but jobs.
    private const int Steps = 24 * PerDoubling;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private long[] now = new long[Steps];
    private long[] before = new long[Steps];
    private long turned = time.GetTimestamp();

    public void Add(double milliseconds)
    {
        var step = (int)Math.Round(Math.Log2(Math.Max(milliseconds, Shortest) / Shortest) * PerDoubling);
        lock (gate)
        {
            Turn();
            now[Math.Min(step, Steps - 1)]++;
        }
    }

    public long[] Read()
    {
        lock (gate)
        {
            Turn();
            return Sum([now, before]);
        }
    }

    public static long[] Sum(IEnumerable<long[]> counts)
    {
        var sum = new long[Steps];
        foreach (var one in counts)
        {
            for (var step = 0; step < Math.Min(Steps, one.Length); step++)
            {
                sum[step] += one[step];
            }
        }

        return sum;
    }

    /// <summary>In milliseconds; null where nothing was called.</summary>
    public static double? At(long[] counts, double share)
    {
        var rest = (long)Math.Ceiling(counts.Sum() * share);
        for (var step = 0; rest > 0 && step < counts.Length; step++)
        {
            rest -= counts[step];
            if (rest <= 0)
            {
                return Math.Round(Shortest * Math.Pow(2, (double)step / PerDoubling), 2);
            }
        }

        return null;
    }

    private void Turn()
    {
        var passed = time.GetElapsedTime(turned);
        if (passed < Span)
        {
            return;
        }

        (before, now) = (passed < 2 * Span ? now : new long[Steps], new long[Steps]);
        turned = time.GetTimestamp();
    }
}
