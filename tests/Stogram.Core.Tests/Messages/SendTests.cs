namespace Stogram.Core.Tests.Messages;

public sealed class SendTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task What_one_writes_the_other_has_live_whichever_the_door()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await using var socket = await bo.Connect();
        await using var adas = await fixture.Ada.Connect();

        var byRest = (await fixture.Ada.Send(chatId, "By REST")).Data;
        var byHub = (await adas.Send(chatId, "By the hub")).Data;
        var first = await socket.Next("message:new");
        var second = await socket.Next("message:new");

        Assert.Equal(byRest.ToJsonString(), first.ToJsonString());
        Assert.Equal(byHub.ToJsonString(), second.ToJsonString());
        Assert.Equal(1, (long)byHub["seq"]! - (long)byRest["seq"]!);
        Assert.Equal(1, (long)byHub["rev"]! - (long)byRest["rev"]!);
    }

    [Fact]
    public async Task The_same_id_again_answers_with_the_same_message_and_stores_nothing()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var id = Guid.CreateVersion7();

        var first = await fixture.Ada.Send(chatId, "Once", id);
        var again = await fixture.Ada.Send(chatId, "Once", id);
        var history = (await bo.Get($"/api/messages/chat/{chatId}")).Data;

        Assert.Equal((201, 200), (first.Status, again.Status));
        Assert.Equal(first.Data.ToJsonString(), again.Data.ToJsonString());
        Assert.Single(history.AsArray());
    }

    [Fact]
    public async Task The_same_id_at_once_on_many_connections_is_one_row_and_equal_answers()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await using var one = await fixture.Ada.Connect();
        await using var two = await fixture.Ada.Connect();
        await using var listener = await bo.Connect();
        for (var round = 0; round < 20; round++)
        {
            var id = Guid.CreateVersion7();

            var answers = await Task.WhenAll(one.Send(chatId, "Twice", id), two.Send(chatId, "Twice", id));

            Assert.Equal(answers[0].Data.ToJsonString(), answers[1].Data.ToJsonString());
        }

        var history = (await bo.Get($"/api/messages/chat/{chatId}?limit=100")).Data.AsArray();
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), history.Select(message => (long)message!["seq"]!).Order());
        Assert.Equal(20, listener.Drain().Count(e => e.Name == "message:new"));
    }

    /// <summary>Past the turns that one node's sends take: as two nodes would do it.</summary>
    [Fact]
    public async Task The_same_id_at_once_through_two_writers_is_one_row_and_equal_answers()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var store = (Core.Messages.StoreMessages)fixture.Server.Services.GetService(typeof(Core.Messages.StoreMessages))!;
        var organizationId = (Guid)(await bo.Get("/api/auth/me")).Data["organization"]!["id"]!;
        for (var round = 0; round < 50; round++)
        {
            var message = new Core.Messages.NewMessage(
                organizationId, chatId, Guid.CreateVersion7(), fixture.Ada.Id, "Twice", null, [], false);

            var stored = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
                Task.Run(() => store.Run([message], DateTimeOffset.UtcNow, CancellationToken.None))));

            Assert.Single(stored, result => result.Messages[0].IsNew);
            Assert.Equal(stored[0].Messages[0].Message!.Seq, stored[1].Messages[0].Message!.Seq);
        }

        var chat = (await bo.Get($"/api/chats/{chatId}")).Data["chat"]!;
        Assert.Equal(50, (long)chat["lastSeq"]!);
    }

    [Fact]
    public async Task The_id_of_somebody_elses_message_is_a_conflict_and_shows_nothing_of_it()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var id = (Guid)(await fixture.Ada.Send(chatId, "Ada's words")).Data["id"]!;

        var answer = await bo.Send(chatId, "Bo's words", id);

        Assert.Equal("CONFLICT", answer.Code);
        Assert.DoesNotContain("Ada's words", answer.Envelope.ToJsonString());
    }

    [Fact]
    public async Task One_connections_messages_keep_their_order()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await using var socket = await fixture.Ada.Connect();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => socket.Send(chatId, $"{i}")));
        var history = (await bo.Get($"/api/messages/chat/{chatId}?limit=100")).Data.AsArray();

        Assert.Equal(
            Enumerable.Range(0, 50).Select(i => $"{i}"),
            history.OrderBy(message => (long)message!["seq"]!).Select(message => (string?)message!["content"]));
    }

    [Fact]
    public async Task Events_of_a_chat_leave_in_the_order_of_seq_whoever_writes()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await using var listener = await bo.Connect();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 2 == 0
            ? fixture.Ada.Send(chatId, $"{i}")
            : bo.Send(chatId, $"{i}")));
        var seqs = new List<long>();
        while (seqs.Count < 60)
        {
            seqs.Add((long)(await listener.Next("message:new"))["seq"]!);
        }

        Assert.Equal(Enumerable.Range(1, 60).Select(i => (long)i), seqs);
    }

    [Fact]
    public async Task A_reply_carries_the_start_of_what_it_answers()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var question = (await fixture.Ada.Send(chatId, "Roof at six?")).Data;

        var reply = await bo.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId, content = "Yes", replyToId = (Guid)question["id"]! });

        Assert.Equal("Roof at six?", (string?)reply.Data["replyTo"]!["content"]);
        Assert.Equal(fixture.Ada.Id, (Guid)reply.Data["replyTo"]!["senderId"]!);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; drop table core.messages; --")]
    [InlineData("مرحبا ‮ 你好 👩‍👩‍👧‍👦 \u200b end")]
    public async Task Text_comes_back_as_it_was_typed(string text)
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);

        await fixture.Ada.Send(chatId, text);

        Assert.Equal(text, (string?)(await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!["content"]);
    }

    [Fact]
    public async Task History_pages_both_ways_and_around_a_message()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        for (var i = 1; i <= 10; i++)
        {
            await fixture.Ada.Send(chatId, $"{i}");
        }

        Assert.Equal("10, 9, 8", await Seqs("limit=3"));
        Assert.Equal("4, 3, 2", await Seqs("before=5&limit=3"));
        Assert.Equal("8, 7, 6", await Seqs("after=5&limit=3"));
        Assert.Equal("6, 5, 4, 3", await Seqs("around=5&limit=4"));
        Assert.Equal("", await Seqs("before=1"));

        async Task<string> Seqs(string query) => string.Join(
            ", ", (await bo.Get($"/api/messages/chat/{chatId}?{query}")).Data.AsArray().Select(message => (long)message!["seq"]!));
    }
}
