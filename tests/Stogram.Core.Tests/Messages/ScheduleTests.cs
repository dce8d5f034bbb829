namespace Stogram.Core.Tests.Messages;

/// <summary>A server of its own, whose clock can be moved.</summary>
public sealed class ScheduleTests : IAsyncLifetime
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

    /// <summary>Lesson 5: scheduled messages went out at once and again when due.</summary>
    [Fact]
    public async Task A_scheduled_message_is_nobodys_until_it_is_due_and_then_sent_once()
    {
        await using var socket = await bo.Connect();
        await using var adas = await ada.Connect();
        var id = Guid.CreateVersion7();

        var scheduled = await Schedule(id, "Later", TimeSpan.FromMinutes(5));
        var again = await Schedule(id, "Later", TimeSpan.FromMinutes(5));
        var bosList = (await bo.Get($"/api/chats/{chatId}/scheduled")).Data.AsArray();
        var historyBefore = (await bo.Get($"/api/messages/chat/{chatId}")).Data.AsArray();
        var heardBefore = socket.Drain().Count(e => e.Name.StartsWith("message:", StringComparison.Ordinal));
        clock.Jump(TimeSpan.FromMinutes(6));
        var told = await socket.Next("message:new");
        await adas.Next("message:new");
        var gone = await adas.Next("message:scheduled");

        Assert.Null((long?)scheduled.Data["seq"]);
        Assert.Null((long?)scheduled.Data["rev"]);
        Assert.Equal(scheduled.Data.ToJsonString(), again.Data.ToJsonString());
        Assert.Empty(bosList);
        Assert.Empty(historyBefore);
        Assert.Equal(0, heardBefore);
        Assert.Equal((id, "Later", ada.Id), ((Guid)told["id"]!, (string?)told["content"], (Guid)told["senderId"]!));
        Assert.Null(gone["message"]);
        await Task.Delay(1500);
        Assert.Single((await bo.Get($"/api/messages/chat/{chatId}")).Data.AsArray());
        Assert.Empty((await ada.Get($"/api/chats/{chatId}/scheduled")).Data.AsArray());
    }

    [Fact]
    public async Task After_a_crash_between_sending_and_forgetting_it_is_not_sent_again()
    {
        var id = Guid.CreateVersion7();
        await Schedule(id, "Once", TimeSpan.FromMinutes(5));
        // Stored, and still waiting.
        await ada.Send(chatId, "Once", id);

        clock.Jump(TimeSpan.FromMinutes(6));
        await Until(async () => (await ada.Get($"/api/chats/{chatId}/scheduled")).Data.AsArray().Count == 0);

        Assert.Single((await bo.Get($"/api/messages/chat/{chatId}")).Data.AsArray());
    }

    [Fact]
    public async Task Many_at_once_on_two_nodes_are_each_sent_once()
    {
        await server.AnotherNode();
        var due = clock.GetUtcNow().AddSeconds(5);
        for (var i = 0; i < 30; i++)
        {
            await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = $"{i}", scheduledAt = due });
        }

        await Until(async () => (await ada.Get($"/api/chats/{chatId}/scheduled")).Data.AsArray().Count == 0);

        var said = (await bo.Get($"/api/messages/chat/{chatId}?limit=100")).Data.AsArray();
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}").Order(), said.Select(message => (string?)message!["content"]).Order());
    }

    [Fact]
    public async Task It_can_be_said_differently_put_off_sent_now_and_cancelled()
    {
        var (now, never) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Schedule(now, "First words", TimeSpan.FromMinutes(5));
        await Schedule(never, "Never", TimeSpan.FromMinutes(5));

        var edited = await ada.Patch($"/api/messages/scheduled/{now}", new { content = "Better", scheduledAt = clock.GetUtcNow().AddHours(3) });
        var listed = (await ada.Get($"/api/chats/{chatId}/scheduled")).Data.AsArray();
        var sent = await ada.Post($"/api/messages/scheduled/{now}/send");
        await ada.Delete($"/api/messages/scheduled/{never}");
        var foreign = await bo.Delete($"/api/messages/scheduled/{never}");

        Assert.Equal("Better", (string?)edited.Data["content"]);
        Assert.Equal([never, now], listed.Select(message => (Guid)message!["id"]!));
        Assert.Equal(("Better", 1L), ((string?)sent.Data["content"], (long)sent.Data["seq"]!));
        Assert.Equal("NOT_FOUND", foreign.Code);
        Assert.Empty((await ada.Get($"/api/chats/{chatId}/scheduled")).Data.AsArray());
        Assert.Single((await bo.Get($"/api/messages/chat/{chatId}")).Data.AsArray());
    }

    [Fact]
    public async Task What_its_sender_may_not_say_any_more_is_not_said_and_they_are_told()
    {
        var group = await ada.Group("Atrium", bo);
        var file = await Files.Upload.Picture(bo);
        await using var socket = await bo.Connect();
        await bo.Post("/api/messages", new
        {
            id = Guid.CreateVersion7(), chatId, content = "Missing file", fileIds = new[] { Guid.NewGuid() }, scheduledAt = clock.GetUtcNow().AddMinutes(5),
        });
        await bo.Post("/api/messages", new
        {
            id = Guid.CreateVersion7(), chatId = group, content = "Not mine any more", fileIds = new[] { file }, scheduledAt = clock.GetUtcNow().AddMinutes(5),
        });
        await ada.Delete($"/api/chats/{group}/members/{bo.Id}");
        socket.Drain();

        clock.Jump(TimeSpan.FromMinutes(6));
        await Until(async () => (await bo.Get($"/api/chats/{chatId}/scheduled")).Data[0]!["failure"] is not null);
        var failed = (await bo.Get($"/api/chats/{chatId}/scheduled")).Data[0]!;

        Assert.Equal("VALIDATION_FAILED", (string?)failed["failure"]!["code"]);
        Assert.NotNull(failed["failure"]!["details"]!["fileIds"]);
        Assert.DoesNotContain((await ada.Get($"/api/messages/chat/{group}")).Data.AsArray(), message => (Guid)message!["senderId"]! == bo.Id);
    }

    [Fact]
    public async Task Limits_are_told_and_what_is_due_already_is_sent_at_once()
    {
        for (var i = 0; i < 100; i++)
        {
            await Schedule(Guid.CreateVersion7(), $"{i}", TimeSpan.FromDays(1));
        }

        var oneMore = await Schedule(Guid.CreateVersion7(), "100", TimeSpan.FromDays(1));
        var tooFar = await Schedule(Guid.CreateVersion7(), "Far", TimeSpan.FromDays(400));
        var due = await Schedule(Guid.CreateVersion7(), "Now", TimeSpan.FromMinutes(-1));

        Assert.Contains("100", (string?)oneMore.Details!["scheduledAt"]);
        Assert.Contains("366", (string?)tooFar.Details!["scheduledAt"]);
        Assert.Equal(1, (long)due.Data["seq"]!);
    }

    private Task<Answer> Schedule(Guid id, string content, TimeSpan wait) =>
        ada.Post("/api/messages", new { id, chatId, content, scheduledAt = clock.GetUtcNow() + wait });

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
