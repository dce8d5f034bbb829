using Stogram.Load.Scenarios.Searching;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios;

/// <summary>
/// A million messages in four languages: how fast they are indexed and what room that takes, how long searches of each kind
/// take, how soon what is said is found, what that adds to sending, and whether what is meant is found.
/// </summary>
internal static class Search
{
    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        await FindMeant.Run(bench, cancellation);
        await using var server = await StogramServer.Start(bench.Options.Program, [], cancellation, "plugins");
        using var index = new SearchIndex(await server.SignUpOwner(cancellation));
        var archive = await Archive.Make(server, bench.IsQuick, cancellation);
        Say($"{archive.Messages:N0} messages were said");
        await Fill.Run(bench, server, index, archive, cancellation);
        Say("they are in the index");
        await Ask.Run(bench, server, archive, cancellation);
        Say("searches were measured");
        await Freshness.Run(bench, server, index, archive, cancellation);
    }

    private static void Say(string what) => Console.WriteLine($"  {DateTime.Now:HH:mm:ss} {what}");
}
