using System.Globalization;

namespace Stogram.Search.Tests.Quality;

/// <summary>How much of what is meant is among the first ten hits, and how early the first of it comes.</summary>
internal sealed class Score
{
    private double recalls;

    private double ranks;

    public int Queries { get; private set; }

    public double Recall => recalls / Queries;

    public double Rank => ranks / Queries;

    public static Score operator +(Score one, Score other) =>
        new() { recalls = one.recalls + other.recalls, ranks = one.ranks + other.ranks, Queries = one.Queries + other.Queries };

    public void Add(long[] found, long[] expected)
    {
        Queries++;
        recalls += (double)expected.Count(found.Contains) / expected.Length;
        var first = Array.FindIndex(found, expected.Contains);
        ranks += first < 0 ? 0 : 1.0 / (first + 1);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Recall:0.000} / {Rank:0.000}");
}
