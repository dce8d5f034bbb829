using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Stogram.Load.People;
using Stogram.Load.Reports;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios;

/// <summary>
/// An organization of 10,000 people, all of them in one group: what its pages take, and whether the time of a refused
/// sign-in tells who is there.
/// </summary>
internal static class Town
{
    private static readonly string[] Doors = ["wrong password", "unknown", "deactivated", "another organization"];

    public static async Task Run(Bench bench, CancellationToken cancellation)
    {
        await using var stogram = await StogramServer.Start(bench.Options.Program, [], cancellation);
        using var owner = await stogram.SignUpOwner(cancellation);
        var (hall, count) = (Guid.CreateVersion7(), bench.IsQuick ? 100 : 10_000);
        await Settle(stogram, hall, count, cancellation);
        await Pages(bench, owner, hall, cancellation);
        await SignIns(bench, stogram.Url, count, cancellation);
    }

    private static async Task Settle(StogramServer stogram, Guid hall, int count, CancellationToken cancellation)
    {
        var seed = new Seed(stogram.Database);
        var people = await seed.People(count, cancellation);
        await seed.Chats(people, [new(hall, [.. Enumerable.Range(0, count)])], cancellation);
        // Each with the owner's password; the later half of them deactivated.
        await using var command = stogram.Database.CreateCommand(
            $"""
             update core.users u set username = 'person' || n, normalized_username = organization_id || '/PERSON' || n,
               display_name = initcap(substr(md5(n::text), 1, 6)) || ' Townsend ' || n, password_hash = ada.password_hash,
               deactivated_at = case when n > {count / 2} then now() end
             from (select id, row_number() over (order by id) as n from core.users where username <> 'ada') one,
                  (select password_hash from core.users where username = 'ada') ada
             where one.id = u.id;
             insert into core.chat_members (chat_id, user_id, organization_id, role, rev, joined_at)
             select '{hall}', id, organization_id, 'MEMBER', {count} + 1, now() from core.users where username = 'ada';
             """);
        await command.ExecuteNonQueryAsync(cancellation);
        await seed.TidyUp(cancellation);
    }

    private static async Task Pages(Bench bench, HttpClient owner, Guid hall, CancellationToken cancellation)
    {
        foreach (var (what, path) in new[]
        {
            ("people, first page", "/api/admin/people"),
            ("people by a piece of a name", "/api/admin/people?q=nsend%2077"),
            ("people found while typing", "/api/users/search?q=townsend"),
            ("members of everybody's group", $"/api/chats/{hall}/members"),
            ("the audit log", "/api/admin/audit"),
        })
        {
            var times = new Latencies();
            for (var i = 0; i < (bench.IsQuick ? 5 : 500); i++)
            {
                var asked = Stopwatch.GetTimestamp();
                _ = await owner.GetByteArrayAsync(path, cancellation);
                times.Add(Stopwatch.GetTimestamp() - asked);
            }

            bench.Report.Measurements.Add(new("town", what) { Answered = times.Read() });
        }
    }

    private static async Task SignIns(Bench bench, Uri url, int count, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = url };
        var all = Doors.Select(_ => new Latencies()).ToArray();
        var (rounds, ratios) = (bench.IsQuick ? 2 : 60, new List<double>());
        for (var round = 0; round < Math.Min(bench.Rounds, 5); round++)
        {
            var times = Doors.Select(_ => new Latencies()).ToArray();
            for (var i = 0; i < rounds; i++)
            {
                // Each account once or twice: ten wrong guesses lock it.
                var one = (round * rounds) + i + 1;
                (string Login, string? Organization)[] tries =
                    [($"person{one}", null), ($"nobody{one}", null), ($"person{(count / 2) + one}", null), ($"person{one}", "elsewhere")];
                for (var door = 0; door < Doors.Length; door++)
                {
                    var took = await Refused(http, tries[door].Login, tries[door].Organization, cancellation);
                    // The first hash of a process is not like the others.
                    if (round > 0 || i > 0 || bench.IsQuick)
                    {
                        times[door].Add(took);
                        all[door].Add(took);
                    }
                }
            }

            var medians = times.Select(door => door.Read().P50).ToArray();
            ratios.Add(medians.Max() / medians.Min());
        }

        bench.Report.Measurements.AddRange(Doors.Select((door, i) => new Measurement("town", $"sign-in refused: {door}") { Answered = all[i].Read() }));
        bench.Report.Ratios.Add(new("town", "slowest / fastest refusal of a sign-in, by medians", 1.05, false, [.. ratios]));
    }

    private static async Task<long> Refused(HttpClient http, string login, string? organization, CancellationToken cancellation)
    {
        var asked = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsJsonAsync("/api/auth/login", new { login, password = "not this one", organization }, cancellation);
        var took = Stopwatch.GetTimestamp() - asked;
        return answer.StatusCode == HttpStatusCode.Unauthorized
            ? took
            : throw new InvalidOperationException($"{login} got {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
    }
}
