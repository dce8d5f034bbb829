using System.Diagnostics;
using Stogram.Load.People;
using Stogram.Load.Reports;

namespace Stogram.Load.Scenarios;

/// <summary>16 readers turn pages anywhere in a chat: a page of a million messages must cost what one of ten thousand does.</summary>
internal static class History
{
    private const int Readers = 16;

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        int[] lengths = bench.IsQuick ? [1_000, 10_000] : [10_000, 100_000, 1_000_000];
        var people = await bench.Seed.People(Readers, cancellation);
        var chats = lengths.Select(_ => new Chat(Guid.CreateVersion7(), [.. Enumerable.Range(0, Readers)])).ToArray();
        await bench.Seed.Chats(people, chats, cancellation);
        foreach (var (chat, length) in chats.Zip(lengths))
        {
            await bench.Seed.Messages(people, [chat], length, cancellation);
        }

        await bench.Seed.TidyUp(cancellation);
        var readers = people.Select(bench.Stogram.Http).ToArray();
        var ratios = new List<double>();
        for (var round = 0; round <= bench.Rounds; round++)
        {
            var pages = new Measurement[lengths.Length];
            for (var i = 0; i < lengths.Length; i++)
            {
                pages[i] = await Read(bench, readers, chats[i].Id, lengths[i], cancellation);
            }

            // The first round brings the code and the database's pages into memory.
            if (round > 0)
            {
                bench.Report.Measurements.AddRange(pages);
                ratios.Add(pages[^1].Answered!.P99 / pages[0].Answered!.P99);
            }
        }

        bench.Report.Ratios.Add(new("history", $"p99 at {lengths[^1]:N0} / at {lengths[0]:N0}", 1.2, false, [.. ratios]));
        Array.ForEach(readers, reader => reader.Dispose());
    }

    private static async Task<Measurement> Read(
        Bench bench, HttpClient[] readers, Guid chatId, int length, CancellationToken cancellation)
    {
        var times = new Latencies();
        var before = bench.Stogram.Usage();
        var since = Stopwatch.GetTimestamp();
        var pages = (await Task.WhenAll(readers.Select(reader => Turn(bench, reader, chatId, length, times, cancellation)))).Sum();
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return new Measurement("history", $"{length:N0} messages")
        {
            PerSecond = Measurement.Round(pages / seconds),
            Answered = times.Read(),
        }.WithCost(bench.Stogram.Usage() - before, pages);
    }

    private static async Task<int> Turn(
        Bench bench, HttpClient reader, Guid chatId, int length, Latencies times, CancellationToken cancellation)
    {
        var pages = 0;
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < bench.Stretch; pages++)
        {
            var asked = Stopwatch.GetTimestamp();
            var page = await reader.GetByteArrayAsync(
                $"/api/messages/chat/{chatId}?before={Random.Shared.Next(51, length + 1)}&limit=50", cancellation);
            times.Add(Stopwatch.GetTimestamp() - asked);
            if (page.AsSpan().Count("\"seq\":"u8) != 50)
            {
                throw new InvalidOperationException($"A page of other than 50 messages in a chat of {length}.");
            }
        }

        return pages;
    }
}
