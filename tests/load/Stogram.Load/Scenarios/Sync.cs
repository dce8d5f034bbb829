using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stogram.Load.People;
using Stogram.Load.Reports;

namespace Stogram.Load.Scenarios;

/// <summary>Somebody with 500 chats comes back to 20,000 messages they have missed.</summary>
internal static class Sync
{
    private const int Missed = 40;

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        var people = await bench.Seed.People(bench.IsQuick ? 21 : 501, cancellation);
        var chats = Enumerable.Range(1, people.Length - 1).Select(other => new Chat(Guid.CreateVersion7(), [0, other])).ToArray();
        await bench.Seed.Chats(people, chats, cancellation);
        await bench.Seed.Messages(people, chats, 60, cancellation);
        using var http = bench.Stogram.Http(people[0]);
        var had = await CatchUp(http, new Return([], null), cancellation);
        await bench.Seed.Messages(people, chats, Missed, cancellation);
        await bench.Seed.TidyUp(cancellation);
        var (ready, calls) = (new Latencies(), new Latencies());
        var before = bench.Stogram.Usage();
        var since = Stopwatch.GetTimestamp();
        var returns = bench.IsQuick ? 2 : 20;
        var (lost, twice) = (0, 0);
        Return back = had;
        for (var i = 0; i < returns; i++)
        {
            var left = Stopwatch.GetTimestamp();
            back = await CatchUp(http, had with { Messages = [], Times = [] }, cancellation);
            ready.Add(Stopwatch.GetTimestamp() - left);
            back.Times.ForEach(calls.Add);
            lost += (chats.Length * Missed) - back.Messages.Distinct().Count();
            twice += back.Messages.Count - back.Messages.Distinct().Count();
        }

        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var what = $"{chats.Length} chats, {chats.Length * Missed:N0} missed";
        bench.Report.Measurements.AddRange(
        [
            new Measurement("sync", what)
            {
                PerSecond = Measurement.Round(returns / seconds),
                Answered = ready.Read(),
                Lost = lost,
                Duplicates = twice,
                Note = $"ready after {back.Times.Count} calls",
            }.WithCost(bench.Stogram.Usage() - before, returns * chats.Length * Missed),
            new("sync", "one call of it") { Answered = calls.Read() },
        ]);
    }

    /// <summary>Asks until there is no more, as a client does.</summary>
    private static async Task<Return> CatchUp(HttpClient http, Return at, CancellationToken cancellation)
    {
        var (cursors, me) = (new Dictionary<string, string>(at.Cursors), at.Me);
        for (var more = true; more;)
        {
            var asked = Stopwatch.GetTimestamp();
            var answer = await http.PostAsJsonAsync("/api/sync", new { chats = cursors, me }, cancellation);
            var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation);
            at.Times.Add(Stopwatch.GetTimestamp() - asked);
            var data = JsonNode.Parse(body)!["data"]!;
            foreach (var chat in data["chats"]!.AsArray())
            {
                cursors[chat!["chat"]!["id"]!.GetValue<string>()] = chat["cursor"]!.GetValue<string>();
                at.Messages.AddRange(chat["messages"]!.AsArray().Select(message => message!["id"]!.GetValue<string>()));
            }

            me = data["me"]!["cursor"]!.GetValue<string>();
            more = data["more"]!.GetValue<bool>();
        }

        return at with { Cursors = cursors, Me = me };
    }

    /// <summary>How far a client is, what it was given on the way, and how long each call took.</summary>
    private sealed record Return(Dictionary<string, string> Cursors, string? Me)
    {
        public List<string> Messages { get; init; } = [];

        public List<long> Times { get; init; } = [];
    }
}
