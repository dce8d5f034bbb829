using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A plugin's door to the verbs on messages.</summary>
[Collection(ProbeCollection.Name)]
public sealed class PluginMessageTests(ProbeServer place) : PluginScene(place)
{
    /// <summary>Lesson 11: messages by socket, HTTP, forward and schedule took different paths: bots saw some and not others.</summary>
    [Fact]
    public async Task By_every_door_a_message_goes_the_same_way()
    {
        var said = (await _bo.Send(_atrium, "shout hey")).Data;
        await _ada.On("probe");
        await using var hub = await _bo.Connect();
        var later = Guid.CreateVersion7();

        await _bo.Send(_atrium, "shout hey");
        await hub.Send(_atrium, "shout hey");
        await _bo.Post($"/api/messages/{said["id"]}/forward", new { id = Guid.CreateVersion7(), to = new[] { _atrium } });
        await _bo.Post("/api/messages", new { id = later, chatId = _atrium, content = "shout hey", scheduledAt = DateTimeOffset.UtcNow.AddHours(1) });
        await _bo.Post($"/api/messages/scheduled/{later}/send");
        await _bo.Post($"/api/probe/say/{_atrium}", new { text = "by a plugin" });

        var history = (await _ada.Get($"/api/messages/chat/{_atrium}")).Data.AsArray().Select(message => (string?)message!["content"]);
        Assert.Equal(["by a plugin", "HEY", "HEY", "HEY", "HEY", "shout hey"], history);
        await PluginCalls.Until(
            async () => (await _bo.Get($"/api/probe/seen/{_atrium}")).Data.ToJsonString() == "[2,3,4,5,6]", "it heard of each of them");
    }

    [Fact]
    public async Task It_posts_its_own_kind_as_a_member_and_is_not_asked_about_it_itself()
    {
        await _ada.On("probe");
        await using var hub = await _bo.Connect();

        await _ada.Post($"/api/probe/say/{_atrium}", new { text = "whisper poll" });
        var told = await hub.Next("message:new");

        Assert.Equal(("probe", "whisper poll", _ada.Id), ((string)told["type"]!, (string)told["content"]!, (Guid)told["senderId"]!));
        Assert.Equal("""{"probe":{"votes":0}}""", told["extra"]!.ToJsonString().Replace(" ", ""));
        Assert.Equal("\"whisper poll\"", (await _bo.Get($"/api/probe/read/{_atrium}")).Data.ToJsonString());
    }

    [Fact]
    public async Task Who_may_not_write_there_does_not_by_a_plugin_either()
    {
        await _ada.On("probe");
        var cy = await Newcomer();

        var answer = await cy.Post($"/api/probe/say/{_atrium}", new { text = "from outside" });

        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.Empty((await _ada.Get($"/api/messages/chat/{_atrium}")).Data.AsArray());
    }

    [Fact]
    public async Task It_edits_what_it_posted_and_nothing_else()
    {
        await _ada.On("probe");
        var own = (await _ada.Post($"/api/probe/say/{_atrium}", new { text = "poll" })).Data.GetValue<string>();
        var adas = (string)(await _ada.Send(_atrium, "Mine")).Data["id"]!;
        await using var hub = await _bo.Connect();

        var edited = await _bo.Post($"/api/probe/revise/{_atrium}/{own}", new { text = """{"votes":1}""" });
        var foreign = await _bo.Post($"/api/probe/revise/{_atrium}/{adas}", new { text = """{"votes":1}""" });
        var told = await hub.Next("message:edited");

        Assert.Equal(("OK", "FORBIDDEN"), (edited.Data.GetValue<string>(), foreign.Data.GetValue<string>()));
        Assert.Equal(1, (int)told["extra"]!["probe"]!["votes"]!);
        Assert.Equal(("poll", false), ((string)told["content"]!, (bool)told["isEdited"]!));
    }

    [Fact]
    public async Task Plugins_that_answer_plugins_come_to_an_end()
    {
        await _ada.On("probe");

        await _ada.Send(_atrium, "again");
        await PluginCalls.Until(
            async () => (await _ada.Plugin("probe"))["faults"]!["last"]?.GetValue<string>().Contains("3 times in a row") is true,
            "the fourth answer was refused");

        Assert.Equal(4, (await _ada.Get($"/api/messages/chat/{_atrium}")).Data.AsArray().Count);
    }

    [Fact]
    public async Task People_may_send_along_what_it_says_it_takes_and_nothing_else()
    {
        var before = await Send(new { probe = 1 });
        await _ada.On("probe");

        var taken = await Send(new { probe = new { mood = "good" } });
        var other = await Send(new { calls = 1 });
        var large = await Send(new { probe = new string('x', 5000) });

        Assert.Equal("good", (string)taken.Data["extra"]!["probe"]!["mood"]!);
        Assert.All([before, other, large], answer => Assert.NotNull(answer.Details!["extra"]));
    }

    private Task<Answer> Send(object extra) =>
        _bo.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId = _atrium, content = "Along", extra });
}
