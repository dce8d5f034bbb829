using System.Text.Json.Nodes;
using Npgsql;

namespace Stogram.Core.Tests.Sync;

/// <summary>Somebody comes back from a month away.</summary>
public sealed class LongAwayTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const int Chats = 500;

    private const int MissedInEach = 40;

    [Fact]
    public async Task With_500_chats_and_20000_missed_messages_a_client_is_ready_in_ten_calls()
    {
        using var bo = await fixture.Somebody();
        await Run(bo, "insert into core.chats (id, organization_id, type, name, last_seq, rev, member_count, created_at, active_at) "
            + "select gen_random_uuid(), $2, 'GROUP', 'Room ' || n, 0, 2, 2, now(), now() - n * interval '1 minute' "
            + $"from generate_series(1, {Chats}) n where $1 is not null and $3 is not null");
        await Run(bo, "insert into core.chat_members (chat_id, user_id, organization_id, role, rev, joined_at) "
            + "select c.id, u.id, $2, 'MEMBER', u.rev, now() from core.chats c cross join (values ($1, 1), ($3, 2)) u (id, rev)");
        var known = new Dictionary<string, string>();
        await Catch(bo, known);

        await Run(bo, "insert into core.messages (chat_id, seq, id, organization_id, rev, sender_id, type, content, created_at, updated_at) "
            + "select c.id, n, gen_random_uuid(), $2, 2 + n, $3, 'TEXT', 'Missed ' || n, now(), now() "
            + $"from core.chats c cross join generate_series(1, {MissedInEach}) n where $1 is not null");
        await Run(bo, $"update core.chats set last_seq = {MissedInEach}, rev = rev + {MissedInEach} "
            + "where organization_id = $2 and $1 is not null and $3 is not null");
        var answers = await Catch(bo, known);

        Assert.Equal(10, answers.Count);
        Assert.All(answers, answer => Assert.Equal(50, answer["chats"]!.AsArray().Count));
        Assert.Equal(Chats * MissedInEach, answers.Sum(answer => answer["chats"]!.AsArray().Sum(chat => chat!["messages"]!.AsArray().Count)));
        Assert.Equal(Chats, known.Count);
        Assert.Empty((await Ask(bo, known))["chats"]!.AsArray());
    }

    private static async Task<List<JsonNode>> Catch(TestPerson person, Dictionary<string, string> known)
    {
        var answers = new List<JsonNode>();
        do
        {
            answers.Add(await Ask(person, known));
            foreach (var chat in answers[^1]["chats"]!.AsArray())
            {
                known[(string)chat!["chat"]!["id"]!] = (string)chat["cursor"]!;
            }
        }
        while ((bool)answers[^1]["more"]!);
        return answers;
    }

    private static async Task<JsonNode> Ask(TestPerson person, Dictionary<string, string> known) =>
        (await person.Post("/api/sync", new { chats = known })).Data;

    private async Task Run(TestPerson bo, string sql)
    {
        await using var connection = new NpgsqlConnection(fixture.Server.ConnectionString);
        await connection.OpenAsync();
        await using var organization = new NpgsqlCommand("select id from core.organizations", connection);
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new() { Value = bo.Id }, new() { Value = await organization.ExecuteScalarAsync() }, new() { Value = fixture.Ada.Id } },
        };
        await command.ExecuteNonQueryAsync();
    }
}
