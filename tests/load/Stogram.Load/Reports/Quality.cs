namespace Stogram.Load.Reports;

/// <summary>What is found of what is meant by the searches of a labelled set, side by side.</summary>
internal sealed record Quality(string Set, int Queries, Found Search, Found Ilike, Found English);

/// <param name="Recall">How much of what is meant is among the first ten.</param>
/// <param name="Rank">One, divided by the place of the first that is meant.</param>
internal sealed record Found(double Recall, double Rank);
