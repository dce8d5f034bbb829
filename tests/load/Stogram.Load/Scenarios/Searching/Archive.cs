using Npgsql;
using NpgsqlTypes;
using Stogram.Load.People;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios.Searching;

/// <summary>
/// 500 people, each in 50 of 2,000 chats, in which a million messages were said within two years: a few chats are long, most
/// are short, and each speaks one of four languages.
/// </summary>
internal sealed record Archive(Person[] People, Chat[] Chats, int Messages)
{
    public static async Task<Archive> Make(StogramServer server, bool isQuick, CancellationToken cancellation)
    {
        var (persons, chatCount, messages) = isQuick ? (40, 100, 20_000) : (500, 2_000, 1_000_000);
        var seed = new Seed(server.Database);
        var people = await seed.People(persons, cancellation);
        var chats = Enumerable.Range(0, chatCount).Select(at => new Chat(Guid.CreateVersion7(), Members(at, persons, chatCount))).ToArray();
        await seed.Chats(people, chats, cancellation);
        var said = await Talk(server, people, chats, messages, cancellation);
        await seed.TidyUp(cancellation);
        return new(people, chats, said);
    }

    // Every so many chats is one of theirs; which, is spread by a factor that has no divisor with it.
    private static int[] Members(int chat, int persons, int chats)
    {
        var apart = chats / Math.Min(50, chats / 5);
        return [.. Enumerable.Range(0, persons).Where(person => (chat - (7 * person)) % apart == 0)];
    }

    private static async Task<int> Talk(StogramServer server, Person[] people, Chat[] chats, int messages, CancellationToken cancellation)
    {
        await using var connection = await server.Database.OpenConnectionAsync(cancellation);
        await Run(connection, "set session_replication_role = replica", cancellation);
        var shares = chats.Select((_, at) => 1 / Math.Sqrt(at + 1)).ToArray();
        var lengths = shares.Select(share => (int)Math.Ceiling(messages * share / shares.Sum())).ToArray();
        await Copy(connection, people, chats, lengths, await Organization(connection, cancellation), cancellation);
        await Run(connection, "set session_replication_role = origin", cancellation);
        await Run(
            connection,
            "update core.chats c set last_seq = n.said, rev = c.rev + n.said from unnest($1, $2) as n (id, said) where c.id = n.id",
            cancellation, chats.Select(chat => chat.Id).ToArray(), lengths);
        return lengths.Sum();
    }

    private static async Task Copy(
        NpgsqlConnection connection, Person[] people, Chat[] chats, int[] lengths, Guid organizationId, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy core.messages (chat_id, seq, id, organization_id, rev, sender_id, type, content, created_at, updated_at) from stdin (format binary)",
            cancellation);
        var (random, now) = (new Random(8), DateTimeOffset.UtcNow);
        for (var at = 0; at < chats.Length; at++)
        {
            var (chat, sayings) = (chats[at], Sayings.Of(random.Next(10)));
            for (var seq = 1; seq <= lengths[at]; seq++)
            {
                var saidAt = now.AddDays(-730.0 * (lengths[at] - seq + 1) / lengths[at]);
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(chat.Id, NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync((long)seq, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(Guid.CreateVersion7(saidAt), NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync(organizationId, NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync((long)seq + chat.Members.Length, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(people[chat.Members[random.Next(chat.Members.Length)]].Id, NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync("TEXT", NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync(sayings.Say(random), NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync(saidAt, NpgsqlDbType.TimestampTz, cancellation);
                await copy.WriteAsync(saidAt, NpgsqlDbType.TimestampTz, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task<Guid> Organization(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select id from core.organizations", connection);
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
