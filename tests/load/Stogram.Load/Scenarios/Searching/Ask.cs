using System.Diagnostics;
using Stogram.Load.Reports;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios.Searching;

/// <summary>Two people at a time search in their 50 chats, again and again, one way after the other.</summary>
internal static class Ask
{
    private const int AtOnce = 2;

    private const int MostRounds = 3;

    private const string Common = "common word";

    private static readonly (string Kind, string Query, string More)[] Kinds =
    [
        (Common, "meeting", ""), ("common word, newest first", "meeting", "&order=newest"), ("two words", "meeting lunch", ""),
        ("rare word", Sayings.Rare, ""), ("phrase", "\"the meeting\"", ""), ("without a word", "meeting -the", ""),
        ("part of a word", "eetin", ""), ("typing error", "meetnig", ""), ("Russian", "встреча", ""), ("Chinese", "会议", ""),
        ("of one person", "meeting from:me", ""), ("with a link", "has:link", ""),
    ];

    public static async Task Run(Bench bench, StogramServer server, Archive archive, CancellationToken cancellation)
    {
        var common = new List<double>();
        // The first round brings the code and the database's pages into memory.
        for (var round = 0; round <= Math.Min(bench.Rounds, MostRounds); round++)
        {
            foreach (var (kind, query, more) in Kinds)
            {
                var measured = await Measure(bench, server, archive, kind, query, more, cancellation);
                if (round > 0)
                {
                    bench.Report.Measurements.Add(measured);
                    common.AddRange(kind == Common ? [measured.Answered!.P95] : []);
                }
            }
        }

        bench.Report.Ratios.Add(new("search", "p95 of a common word, ms", 50, false, [.. common]));
    }

    private static async Task<Measurement> Measure(
        Bench bench, StogramServer server, Archive archive, string kind, string query, string more, CancellationToken cancellation)
    {
        var times = new Latencies();
        var before = server.Usage();
        var since = Stopwatch.GetTimestamp();
        var asked = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(searcher =>
            Repeat(bench, server, archive, searcher, query, more, times, cancellation)));
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var (searches, hits) = (asked.Sum(one => one.Searches), asked.Sum(one => one.Hits));
        return new Measurement("search", kind)
        {
            PerSecond = Measurement.Round(searches / seconds),
            Answered = times.Read(),
            Note = $"{(double)hits / searches:N1} on the first page",
        }.WithCost(server.Usage() - before, searches);
    }

    private static async Task<(int Searches, int Hits)> Repeat(
        Bench bench, StogramServer server, Archive archive, int searcher, string query, string more, Latencies times, CancellationToken cancellation)
    {
        // Ever another person, so that not the same pages are read again and again.
        var people = archive.People.Where((_, at) => at % AtOnce == searcher).Take(bench.IsQuick ? 4 : 50).Select(server.Http).ToArray();
        var (searches, hits) = (0, 0);
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < bench.Stretch; searches++)
        {
            var asked = Stopwatch.GetTimestamp();
            hits += (await SearchIndex.Find(people[searches % people.Length], query, more, cancellation)).Length;
            times.Add((long)Stopwatch.GetElapsedTime(asked).TotalNanoseconds);
        }

        Array.ForEach(people, person => person.Dispose());
        return (searches, hits);
    }
}
