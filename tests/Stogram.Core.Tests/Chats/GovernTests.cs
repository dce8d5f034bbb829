using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Chats;

/// <summary>Groups and channels as places that people govern.</summary>
public sealed class GovernTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private TestPerson Ada => fixture.Ada;

    [Fact]
    public async Task A_group_is_renamed_live_and_the_chat_says_so()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium", bo);
        await using var socket = await bo.Connect();

        var changed = await Ada.Patch($"/api/chats/{chatId}", new { name = "Hall", description = "  For all  " });
        var told = await socket.Next("chat:updated");
        var line = await socket.Next("message:new");

        Assert.Equal("For all", (string?)changed.Data["description"]);
        Assert.Equal("Hall", (string?)told["chat"]!["name"]);
        Assert.Equal("SYSTEM", (string?)line["type"]);
        Assert.Equal("RENAMED", (string?)line["extra"]!["chat"]!["event"]);
        Assert.Equal((long)told["rev"]! + 1, (long)line["rev"]!);
        Assert.Equal(0, (int)(await bo.Get($"/api/chats/{chatId}")).Data["member"]!["unread"]!);
    }

    [Fact]
    public async Task A_group_has_a_picture_that_its_members_see_and_strangers_do_not()
    {
        using var bo = await fixture.Somebody();
        using var stranger = await fixture.Somebody("mira");
        var chatId = await Ada.Group("Atrium", bo);
        var picture = await Upload.Picture(Ada);

        var foreign = await Ada.Patch($"/api/chats/{chatId}", new { avatarFileId = await Upload.Picture(bo) });
        await Ada.Patch($"/api/chats/{chatId}", new { avatarFileId = picture });

        Assert.NotNull(foreign.Details!["avatarFileId"]);
        Assert.True((await bo.Http.GetAsync($"/api/files/{picture}")).IsSuccessStatusCode);
        Assert.False((await stranger.Http.GetAsync($"/api/files/{picture}")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_members_may_do_is_decided_per_chat_and_holds_for_every_send()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium", bo);
        await using var socket = await bo.Connect();

        await Ada.Patch($"/api/chats/{chatId}", new { memberRights = new[] { "POST" } });
        var text = await socket.Send(chatId, "Words");
        var file = await bo.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { await Upload.Picture(bo) } });
        await Ada.Patch($"/api/chats/{chatId}", new { memberRights = new[] { "CHANGE_INFO", "ADD_PEOPLE" } });
        var silent = await socket.Send(chatId, "More words");
        var renamed = await bo.Patch($"/api/chats/{chatId}", new { name = "Bo's" });
        var more = await bo.Patch($"/api/chats/{chatId}", new { memberRights = new[] { "POST" } });
        var added = await bo.Post($"/api/chats/{chatId}/members", new { userIds = new[] { (await fixture.Somebody("mira")).Id } });

        Assert.True(text.IsSuccess);
        Assert.Equal("FORBIDDEN", file.Code);
        Assert.Equal("FORBIDDEN", silent.Code);
        Assert.True(renamed.IsSuccess);
        Assert.Equal("FORBIDDEN", more.Code);
        Assert.True(added.IsSuccess);
    }

    [Fact]
    public async Task In_a_channel_only_admins_post_and_everybody_may_react()
    {
        using var bo = await fixture.Somebody();
        var made = await Ada.Post("/api/chats", new { type = "CHANNEL", name = "News", memberIds = new[] { bo.Id } });
        var chatId = (Guid)made.Data["id"]!;

        var posted = await Ada.Send(chatId, "First");
        var byMember = await bo.Send(chatId, "Mine");
        var reaction = await bo.Post($"/api/messages/{posted.Data["id"]}/reactions", new { emoji = "👍" });
        await Ada.Patch($"/api/chats/{chatId}/members/{bo.Id}", new { role = "ADMIN", rights = new[] { "POST" }, title = "Editor" });

        Assert.Equal("FORBIDDEN", byMember.Code);
        Assert.True(reaction.IsSuccess);
        Assert.True((await bo.Send(chatId, "Mine")).IsSuccess);
        Assert.Equal("FORBIDDEN", (await bo.Patch($"/api/chats/{chatId}", new { name = "Bo's" })).Code);
    }

    [Fact]
    public async Task Who_is_restricted_only_reads_until_the_date_and_leaving_does_not_help()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium", bo);
        var own = (Guid)(await bo.Send(chatId, "Before")).Data["id"]!;
        await using var socket = await bo.Connect();
        var restriction = $"/api/chats/{chatId}/members/{bo.Id}/restriction";

        var held = await Ada.Http.Call(HttpMethod.Put, restriction, new { until = DateTimeOffset.UtcNow.AddHours(1) });
        var refused = new[]
        {
            await bo.Send(chatId, "Now"),
            await socket.Dispatch("message:edit", new { chatId, id = own, content = "Edited" }),
            await socket.Dispatch("message:react", new { chatId, id = own, emoji = "👍", on = true }),
            await socket.Dispatch("typing:start", new { chatId }),
        };
        await bo.Post($"/api/chats/{chatId}/leave");
        await Ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });
        var again = await bo.Send(chatId, "Again");
        await Ada.Http.Call(HttpMethod.Put, restriction, new { until = DateTimeOffset.UtcNow.AddSeconds(-1) });

        Assert.NotNull(held.Data["readOnlyUntil"]);
        Assert.All(refused, answer => Assert.Equal("FORBIDDEN", answer.Code));
        Assert.Equal("FORBIDDEN", again.Code);
        Assert.True((await bo.Send(chatId, "It ended by itself")).IsSuccess);
    }

    [Fact]
    public async Task Who_is_banned_is_out_and_comes_back_only_when_the_ban_is_lifted()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var chatId = await Ada.Group("Atrium", bo, mira);
        await Ada.Patch($"/api/chats/{chatId}", new { memberRights = new[] { "POST", "ADD_PEOPLE" } });

        await Ada.Http.Call(HttpMethod.Put, $"/api/chats/{chatId}/bans/{bo.Id}", new { });
        var byMember = await mira.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });
        var bans = (await Ada.Get($"/api/chats/{chatId}/bans")).Data.AsArray();
        await Ada.Delete($"/api/chats/{chatId}/bans/{bo.Id}");
        var afterwards = await mira.Post($"/api/chats/{chatId}/members", new { userIds = new[] { bo.Id } });

        Assert.Equal("FORBIDDEN", byMember.Code);
        Assert.Equal(bo.Id, (Guid)Assert.Single(bans)!["user"]!["id"]!);
        Assert.StartsWith("9999", (string?)bans[0]!["until"]);
        Assert.True(afterwards.IsSuccess);
    }

    [Fact]
    public async Task Lesson_2_rights_in_one_chat_are_none_in_another()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        var atrium = await Ada.Group("Atrium", bo, mira);
        var bosOwn = await bo.Group("Bo's own");

        var answers = new[]
        {
            await bo.Delete($"/api/chats/{bosOwn}/members/{mira.Id}"),
            await bo.Patch($"/api/chats/{bosOwn}/members/{mira.Id}", new { role = "ADMIN" }),
            await bo.Http.Call(HttpMethod.Put, $"/api/chats/{bosOwn}/members/{mira.Id}/restriction", new { }),
        };
        await bo.Http.Call(HttpMethod.Put, $"/api/chats/{bosOwn}/bans/{mira.Id}", new { });

        Assert.All(answers, answer => Assert.Equal("NOT_FOUND", answer.Code));
        Assert.True((await mira.Send(atrium, "Still here")).IsSuccess);
    }

    [Fact]
    public async Task The_owner_hands_a_group_over_with_the_password_and_stays_an_admin()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium", bo);

        var wrong = await Ada.Post($"/api/chats/{chatId}/owner", new { userId = bo.Id, password = "guess" });
        var toNobody = await Ada.Post($"/api/chats/{chatId}/owner", new { userId = Guid.NewGuid(), password = TestPerson.Password });
        await Ada.Post($"/api/chats/{chatId}/owner", new { userId = bo.Id, password = TestPerson.Password });

        Assert.NotNull(wrong.Details!["password"]);
        Assert.Equal("NOT_FOUND", toNobody.Code);
        Assert.Equal("OWNER", (string?)(await bo.Get($"/api/chats/{chatId}")).Data["member"]!["role"]);
        Assert.Equal("ADMIN", (string?)(await Ada.Get($"/api/chats/{chatId}")).Data["member"]!["role"]);
        Assert.Equal("FORBIDDEN", (await Ada.Delete($"/api/chats/{chatId}")).Code);
    }

    [Fact]
    public async Task Sql_and_the_rules_agree_on_who_may_what()
    {
        var now = DateTimeOffset.UtcNow;
        await using var connection = new NpgsqlConnection(fixture.Server.ConnectionString);
        await connection.OpenAsync();
        ChatRight[][] some = [[], [ChatRight.Post], GroupRights.All];
        foreach (var role in Enum.GetValues<ChatRole>())
        {
            foreach (var (members, own) in some.SelectMany(members => some.Append(null).Select(own => (members, own))))
            {
                foreach (var until in new DateTimeOffset?[] { null, now.AddHours(-1), now.AddHours(1), DateTimeOffset.MaxValue })
                {
                    var rights = GroupRights.Of(
                        new() { MemberRights = members }, new() { Role = role, OwnRights = own, ReadOnlyUntil = until }, now);

                    Assert.Equal(Words(rights), await BySql(connection, Words(members), role, own is null ? null : Words(own), until, now));
                }
            }
        }
    }

    private static string[] Words(ChatRight[] rights) => [.. rights.Select(right => Stogram.Core.Shared.UpperSnake.Write(right))];

    private static async Task<string[]> BySql(
        NpgsqlConnection connection, string[] members, ChatRole role, string[]? own, DateTimeOffset? until, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand("select core.rights_of($1, $2, $3, $4, $5)", connection);
        command.Parameters.Add(new() { Value = members });
        command.Parameters.Add(new() { Value = Stogram.Core.Shared.UpperSnake.Write(role) });
        command.Parameters.Add(new() { Value = own ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = until ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = now });
        return (string[])(await command.ExecuteScalarAsync())!;
    }
}
