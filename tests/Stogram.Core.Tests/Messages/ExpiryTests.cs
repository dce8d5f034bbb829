namespace Stogram.Core.Tests.Messages;

/// <summary>A server of its own, whose clock can be moved.</summary>
public sealed class ExpiryTests : IAsyncLifetime
{
    private readonly JumpingClock clock = new();

    private TestServer server = null!;

    private TestPerson ada = null!;

    private TestPerson bo = null!;

    private Guid chatId;

    public async Task InitializeAsync()
    {
        server = await TestServer.Start(time: clock);
        (ada, bo) = (await server.SignUp("ada"), await server.SignUp("bo"));
        chatId = await ada.PrivateChat(bo);
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Fact]
    public async Task When_its_time_is_over_text_file_edits_and_quotes_of_it_are_gone_everywhere()
    {
        var file = await Files.Upload.Picture(ada);
        var said = (await ada.Post("/api/messages", new
        {
            id = Guid.CreateVersion7(), chatId, content = "A secret word", fileIds = new[] { file }, expiresIn = 60,
        })).Data;
        await ada.Patch($"/api/messages/{said["id"]}", new { content = "A secret word or two" });
        await bo.Post("/api/messages", new
        {
            id = Guid.CreateVersion7(), chatId, content = "Which?", replyToId = said["id"], quote = new { text = "secret", offset = 2 },
        });
        await using var socket = await bo.Connect();
        var onDisk = Directory.GetFiles(Path.Combine(server.DataFolder, "uploads"), file.ToString(), SearchOption.AllDirectories);

        clock.Jump(TimeSpan.FromSeconds(61));
        var told = await socket.Next("message:deleted");
        await Until(() => Task.FromResult(!File.Exists(onDisk[0])));
        var history = (await bo.Get($"/api/messages/chat/{chatId}")).Data;
        var left = await CountRows("select count(*) from core.messages where content like '%secret%' or quote::text like '%secret%'")
            + await CountRows("select count(*) from core.message_edits");

        Assert.Equal((true, (long)said["seq"]!), ((bool)told["isDeleted"]!, (long)told["seq"]!));
        Assert.DoesNotContain("secret", history.ToJsonString());
        Assert.Equal(0, left);
        Assert.Equal("NOT_FOUND", (await bo.Get($"/api/files/{file}/link")).Code);
    }

    [Fact]
    public async Task What_ends_with_its_answers_is_counted_no_more_and_told_with_a_revision_each()
    {
        var group = await ada.Group("Atrium", bo);
        var ids = new[] { Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7() };
        await ada.Post("/api/messages", new { id = ids[0], chatId = group, content = "Root", expiresIn = 60 });
        await bo.Post("/api/messages", new { id = ids[1], chatId = group, content = "Short", replyToId = ids[0], expiresIn = 60 });
        var stays = (await bo.Post("/api/messages", new { id = ids[2], chatId = group, content = "For good", replyToId = ids[0] })).Data;
        await using var socket = await bo.Connect();

        clock.Jump(TimeSpan.FromSeconds(61));
        var told = await socket.Next("message:thread");
        var history = (await bo.Get($"/api/messages/chat/{group}")).Data.AsArray();
        var root = history.Single(message => (Guid)message!["id"]! == ids[0])!;

        Assert.Equal((1, (long)stays["seq"]!), ((int)told["thread"]!["count"]!, (long)told["thread"]!["lastSeq"]!));
        Assert.Equal((true, 1), ((bool)root["isDeleted"]!, (int)root["thread"]!["count"]!));
        Assert.Equal((long)(await bo.Get($"/api/chats/{group}")).Data["chat"]!["rev"]!, history.Max(message => (long)message!["rev"]!));
    }

    [Fact]
    public async Task A_chats_timer_holds_for_what_is_sent_after_it_and_the_shorter_time_wins()
    {
        var before = (await ada.Send(chatId, "For good")).Data;
        await using var socket = await ada.Connect();

        var set = await bo.Put($"/api/chats/{chatId}/timer", new { seconds = 3600 });
        var told = await socket.Next("chat:updated");
        var after = (await ada.Send(chatId, "For an hour")).Data;
        var shorter = (await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "x", expiresIn = 60 })).Data;
        var longer = (await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "x", expiresIn = 7200 })).Data;

        Assert.Equal((3600, 3600), ((int)set.Data["expiresIn"]!, (int)told["chat"]!["expiresIn"]!));
        Assert.Null(before["expiresAt"]);
        Assert.Equal(3600, Life(after));
        Assert.Equal(60, Life(shorter));
        Assert.Equal(3600, Life(longer));
    }

    [Fact]
    public async Task A_forwarded_copy_does_not_outlive_what_was_to_disappear()
    {
        var said = (await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "Short", expiresIn = 60 })).Data;
        var to = await ada.Group("Elsewhere");

        var copy = (await ada.Post($"/api/messages/{said["id"]}/forward", new { id = Guid.CreateVersion7(), to = new[] { to } }))
            .Data["targets"]![0]!["messages"]![0]!;

        Assert.InRange(Life(copy), 1, 60);
    }

    [Fact]
    public async Task After_two_days_a_message_stays_as_it_is()
    {
        var old = (await ada.Send(chatId, "Old")).Data;
        clock.Jump(TimeSpan.FromHours(49));
        using var later = await ada.Again();
        var young = (await later.Send(chatId, "Young")).Data;

        var tooLate = await later.Patch($"/api/messages/{old["id"]}", new { content = "Other words" });
        var inTime = await later.Patch($"/api/messages/{young["id"]}", new { content = "Other words" });

        Assert.Equal("FORBIDDEN", tooLate.Code);
        Assert.Contains("48", (string?)tooLate.Envelope["error"]!["message"]);
        Assert.True(inTime.IsSuccess);
    }

    [Fact]
    public async Task A_groups_timer_is_its_admins_and_times_have_bounds()
    {
        var group = await ada.Group("Atrium", bo);

        var byMember = await bo.Put($"/api/chats/{group}/timer", new { seconds = 60 });
        var tooShort = await ada.Put($"/api/chats/{group}/timer", new { seconds = 1 });
        var tooLong = await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "x", expiresIn = 400 * 86400 });

        Assert.Equal("FORBIDDEN", byMember.Code);
        Assert.NotNull(tooShort.Details!["seconds"]);
        Assert.NotNull(tooLong.Details!["expiresIn"]);
    }

    private async Task<long> CountRows(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static int Life(System.Text.Json.Nodes.JsonNode message) =>
        (int)Math.Round(((DateTimeOffset)message["expiresAt"]! - (DateTimeOffset)message["createdAt"]!).TotalSeconds);

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
