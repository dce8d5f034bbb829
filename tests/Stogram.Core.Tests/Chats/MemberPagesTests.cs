using Npgsql;

namespace Stogram.Core.Tests.Chats;

/// <summary>The members of a chat, by pages and by name.</summary>
public sealed class MemberPagesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private TestPerson Ada => fixture.Ada;

    [Fact]
    public async Task Members_are_found_by_name_and_role_and_admins_come_first()
    {
        using var bo = await fixture.Somebody("bo");
        using var mira = await fixture.Somebody("mira");
        using var zoe = await fixture.Somebody("zoe");
        var chatId = await Ada.Group("Atrium", bo, mira, zoe);
        await Ada.Patch($"/api/chats/{chatId}/members/{zoe.Id}", new { role = "ADMIN" });

        var all = (await Ada.Get($"/api/chats/{chatId}/members")).Data.AsArray().Select(member => (Guid)member!["userId"]!);
        var found = (await Ada.Get($"/api/chats/{chatId}/members?q=Mira")).Data.AsArray();
        var admins = (await Ada.Get($"/api/chats/{chatId}/members?role=ADMIN")).Data.AsArray();
        var bad = await Ada.Get($"/api/chats/{chatId}/members?cursor=nonsense");

        Assert.Equal([Ada.Id, zoe.Id, bo.Id, mira.Id], all);
        Assert.Equal(mira.Id, (Guid)Assert.Single(found)!["userId"]!);
        Assert.Equal([Ada.Id, zoe.Id], admins.Select(member => (Guid)member!["userId"]!));
        Assert.Equal("VALIDATION_FAILED", bad.Code);
    }

    [Fact]
    public async Task A_thousand_members_come_by_pages_and_never_all_at_once()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Arena", bo);
        await Fill(chatId, 1000);

        var pages = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await bo.Get($"/api/chats/{chatId}/members?limit=100{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            pages.AddRange(page.Data.AsArray().Select(member => (Guid)member!["userId"]!));
            cursor = (string?)page.Envelope["page"]!["next"];
        }

        var synced = (await bo.Sync()).Data["chats"]!.AsArray().Single(chat => (Guid)chat!["chat"]!["id"]! == chatId)!["members"]!.AsArray();

        Assert.Equal(1002, pages.Count);
        Assert.Equal(1002, pages.Distinct().Count());
        Assert.InRange(synced.Count, 2, 202);
        Assert.Contains(synced, member => (Guid)member!["userId"]! == bo.Id);
    }

    private async Task Fill(Guid chatId, int count)
    {
        await using var connection = new NpgsqlConnection(fixture.Server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            with people as (
              insert into core.users (id, organization_id, username, normalized_username, email, normalized_email, display_name, role, created_at)
              select gen_random_uuid(), c.organization_id, 'crowd' || n, c.id || 'crowd' || n, 'crowd' || n, c.id || 'crowd' || n,
                'Crowd ' || n, 'MEMBER', now()
              from core.chats c, generate_series(1, {count}) n where c.id = $1 returning id, organization_id
            ), inside as (
              insert into core.chat_members (chat_id, user_id, organization_id, role, rev, joined_at)
              select $1, id, organization_id, 'MEMBER', 10 + row_number() over (), now() from people
            )
            update core.chats set member_count = member_count + {count}, rev = rev + 10 + {count} where id = $1
            """, connection);
        command.Parameters.Add(new() { Value = chatId });
        await command.ExecuteNonQueryAsync();
    }
}
