namespace Stogram.Core.Limits;

/// <summary>A bucket: so many at once, and one more each time <paramref name="Every"/> has passed.</summary>
public sealed record Rate(int Burst, TimeSpan Every)
{
    public static Rate Of(int burst, double everySeconds) => new(burst, TimeSpan.FromSeconds(everySeconds));

    /// <param name="factor">2 lets twice as much through.</param>
    public Rate Times(double factor) => new(Math.Max(1, (int)(Burst * factor)), Every / factor);
}
