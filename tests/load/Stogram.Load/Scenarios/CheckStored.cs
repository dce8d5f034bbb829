using Stogram.Load.People;
using Stogram.Load.Reports;

namespace Stogram.Load.Scenarios;

/// <summary>Acknowledged means stored: the rows of each chat are as many as were acknowledged, numbered without a gap.</summary>
internal static class CheckStored
{
    public static async Task Run(Bench bench, Crowd crowd, CancellationToken cancellation)
    {
        await using var command = bench.Stogram.Database.CreateCommand(
            """
            select c.last_seq, (select count(*) from core.messages m where m.chat_id = c.id),
                   (select count(distinct m.id) from core.messages m where m.chat_id = c.id), c.id
            from core.chats c where c.id = any($1)
            """);
        command.Parameters.Add(new() { Value = crowd.Cast.Chats.Select(chat => chat.Id).ToArray() });
        var acknowledged = crowd.Talkers.GroupBy(talker => talker.Chat.Id)
            .ToDictionary(chat => chat.Key, chat => chat.Sum(talker => (long)talker.Acknowledged));
        var (lost, twice) = (0L, 0L);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (numbered, stored, different) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
            lost += Math.Max(acknowledged[reader.GetGuid(3)], numbered) - different;
            twice += stored - different;
        }

        bench.Report.Measurements.Add(new("pairs", "stored rows")
        {
            Lost = (int)lost,
            Duplicates = (int)twice,
            Note = $"{acknowledged.Values.Sum():N0} acknowledged",
        });
    }
}
