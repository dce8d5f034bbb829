using System.Diagnostics;
using System.Net.Http.Json;
using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.Reports;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios.Searching;

/// <summary>
/// While 500 messages a second are said, with search on and off by turns: what it adds to sending; and somebody says a word
/// that nobody has said, and looks for it until it is found.
/// </summary>
internal static class Freshness
{
    private const int PerSecond = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task Run(Bench bench, StogramServer server, SearchIndex index, Archive archive, CancellationToken cancellation)
    {
        var seed = new Seed(server.Database);
        var people = await seed.People(bench.IsQuick ? 20 : 100, cancellation);
        await using var crowd = await Crowd.Gather(server.Venue, await seed.Chats(people, 2, cancellation), cancellation);
        var added = new List<double>();
        for (var round = 0; round <= bench.Rounds; round++)
        {
            await index.Switch(false, cancellation);
            var off = await Talk(bench, crowd, "sending without", cancellation);
            await index.Switch(true, cancellation);
            await index.CatchUp(cancellation);
            var on = await Talk(bench, crowd, "sending beside it", cancellation);
            if (round > 0)
            {
                bench.Report.Measurements.AddRange([off, on]);
                // A machine that stood still has measured nothing.
                added.Add(on.Answered!.P50 / Math.Max(off.Answered!.P50, 0.001));
            }
        }

        bench.Report.Ratios.Add(new("search", "p50 of sending with search / without", 1.05, false, [.. added]));
        await Look(bench, server, archive, crowd, cancellation);
    }

    private static async Task<Measurement> Talk(Bench bench, Crowd crowd, string what, CancellationToken cancellation)
    {
        var stretch = bench.Stretch * (bench.IsQuick ? 4 : 1);
        var meter = crowd.Meter = new();
        var talk = new SteadyRate(crowd, PerSecond);
        await talk.Talk(stretch / 2, Patience, cancellation);
        var before = crowd.Venue.Usage();
        meter.Start();
        var held = await talk.Talk(stretch, Patience, cancellation);
        meter.Stop();
        var used = crowd.Venue.Usage() - before;
        await crowd.Settle(cancellation);
        return new Measurement("search", what)
        {
            PerSecond = Measurement.Round(meter.Messages / meter.Seconds),
            Answered = meter.Acknowledgements,
            Delivered = meter.DeliveryTimes,
            Lost = crowd.Lost,
            Duplicates = crowd.Duplicates,
            Note = held ? null : $"{PerSecond} a second did not hold",
        }.WithCost(used, meter.Messages);
    }

    private static async Task Look(Bench bench, StogramServer server, Archive archive, Crowd crowd, CancellationToken cancellation)
    {
        var times = new Latencies();
        var said = 0;
        crowd.Meter = new();
        var talk = new SteadyRate(crowd, PerSecond);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var talking = talk.Talk(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(60), enough.Token);
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < bench.Stretch * 10; said++)
        {
            var chat = archive.Chats[said * 31 % archive.Chats.Length];
            using var http = server.Http(archive.People[chat.Members[0]]);
            times.Add((long)(await SayAndLook(http, chat, cancellation)).TotalNanoseconds);
        }

        await enough.CancelAsync();
        await ((Task)talking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await crowd.Settle(cancellation);
        var found = times.Read();
        bench.Report.Measurements.Add(new("search", "from said to found")
        {
            Delivered = found, Lost = crowd.Lost, Duplicates = crowd.Duplicates, Note = $"{said:N0} times, beside {PerSecond} messages a second",
        });
        bench.Report.Ratios.Add(new("search", "p95 from said to found, ms", 1000, false, [found.P95]));
    }

    private static async Task<TimeSpan> SayAndLook(HttpClient http, Chat chat, CancellationToken cancellation)
    {
        var word = $"fresh{Guid.NewGuid():n}";
        var since = Stopwatch.GetTimestamp();
        var sent = await http.PostAsJsonAsync("/api/messages", new { id = Guid.CreateVersion7(), chatId = chat.Id, content = word }, cancellation);
        sent.EnsureSuccessStatusCode();
        while ((await SearchIndex.Find(http, $"\"{word}\"", "", cancellation)).Length == 0)
        {
            await Task.Delay(10, cancellation);
        }

        return Stopwatch.GetElapsedTime(since);
    }
}
