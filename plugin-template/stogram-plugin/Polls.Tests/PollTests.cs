namespace Polls.Tests;

public sealed class PollTests(PollServer server) : IClassFixture<PollServer>
{
    [Fact]
    public async Task A_poll_is_a_message_of_its_own_kind_that_can_be_read_without_the_plugin()
    {
        var id = await server.Ask();

        var message = (await server.Ada.Get($"/api/messages/chat/{server.Atrium}")).Data.AsArray().Single(one => one!["id"]!.GetValue<Guid>() == id)!;
        Assert.Equal("polls", message["type"]!.GetValue<string>());
        Assert.Equal("Where to?\n• Park\n• Lake", message["content"]!.GetValue<string>());
        Assert.Equal("""["Park","Lake"]""", message["extra"]!["polls"]!["options"]!.ToJsonString());
    }

    [Fact]
    public async Task Votes_are_told_as_they_come_and_another_takes_the_place_of_ones_own()
    {
        var id = await server.Ask();
        await using var ada = await server.Ada.Connect();
        await using var bo = await server.Bo.Connect();

        await bo.Dispatch("polls:vote", new { chatId = server.Atrium, id, option = 1 });
        var voted = await bo.Dispatch("polls:vote", new { chatId = server.Atrium, id, option = 2 });

        Assert.Equal("[0,1]", voted.Data["votes"]!.ToJsonString());
        Assert.Equal(2, voted.Data["mine"]!.GetValue<int>());
        Assert.Equal("[1,0]", (await ada.Next("polls:changed"))["votes"]!.ToJsonString());
        var told = await ada.Next("polls:changed");
        Assert.Equal("[0,1]", told["votes"]!.ToJsonString());
        Assert.Null(told["mine"]);
    }

    [Theory]
    [InlineData("", "Park,Lake", "question")]
    [InlineData("Where to?", "Park", "options")]
    [InlineData("Where to?", "Park,Park", "options")]
    public async Task What_is_no_poll_is_refused_with_its_field(string question, string options, string field)
    {
        await using var hub = await server.Bo.Connect();

        var asked = await hub.Dispatch("polls:ask", new { chatId = server.Atrium, id = Guid.CreateVersion7(), question, options = options.Split(',') });

        Assert.NotNull(asked.Details![field]);
    }

    [Fact]
    public async Task An_answer_that_is_not_there_is_refused()
    {
        var id = await server.Ask();
        await using var hub = await server.Bo.Connect();

        Assert.NotNull((await hub.Dispatch("polls:vote", new { chatId = server.Atrium, id, option = 3 })).Details!["option"]);
        Assert.Equal("VALIDATION_FAILED", (await hub.Dispatch("polls:vote", new { chatId = server.Atrium, id, option = "two" })).Code);
    }

    [Fact]
    public async Task A_stranger_neither_asks_nor_sees_nor_votes_nor_closes()
    {
        var id = await server.Ask();
        await using var hub = await server.Stranger.Connect();

        foreach (var command in new[] { "ask", "show", "vote", "close" })
        {
            var answer = await hub.Dispatch($"polls:{command}", new { chatId = server.Atrium, id, option = 1, question = "Why?", options = new[] { "a", "b" } });
            Assert.Equal("NOT_FOUND", answer.Code);
        }
    }

    [Fact]
    public async Task In_time_it_closes_and_nobody_votes_any_more()
    {
        await server.Ask();
        await using var hub = await server.Bo.Connect();
        var job = (await server.Ada.Get("/api/admin/jobs")).Data.AsArray()
            .Last(one => one!["name"]!.GetValue<string>() == "close" && one["state"]!.GetValue<string>() == "WAITING")!;

        // Its time has come.
        await server.Ada.Post($"/api/admin/jobs/{job["pluginId"]}/{job["id"]}/retry");

        var told = await hub.Next("polls:changed");
        Assert.True(told["closed"]!.GetValue<bool>());
        Assert.Equal("CONFLICT", (await hub.Dispatch("polls:vote", new { chatId = server.Atrium, id = told["id"], option = 1 })).Code);
    }

    [Fact]
    public async Task Who_asked_may_close_it_and_so_may_the_chats_owner()
    {
        await using var ada = await server.Ada.Connect();
        await using var bo = await server.Bo.Connect();

        Assert.True((await bo.Dispatch("polls:close", new { chatId = server.Atrium, id = await server.Ask() })).Data["closed"]!.GetValue<bool>());
        Assert.True((await ada.Dispatch("polls:close", new { chatId = server.Atrium, id = await server.Ask() })).Data["closed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Switched_off_it_leaves_memory_and_on_again_it_knows_the_votes()
    {
        var id = await server.Ask();
        await using var hub = await server.Bo.Connect();
        await hub.Dispatch("polls:vote", new { chatId = server.Atrium, id, option = 1 });

        await server.Ada.Switch("polls", false);
        await server.Ada.Until("polls", "UNLOADED");
        Assert.Equal("PLUGIN_DISABLED", (await hub.Dispatch("polls:show", new { chatId = server.Atrium, id })).Code);

        await server.Ada.On("polls");
        Assert.Equal("[1,0]", (await hub.Dispatch("polls:show", new { chatId = server.Atrium, id })).Data["votes"]!.ToJsonString());
    }
}
