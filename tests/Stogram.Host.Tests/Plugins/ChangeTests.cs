using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What becomes of a message after it was sent concerns plugins too.</summary>
[Collection(ProbeCollection.Name)]
public sealed class ChangeTests(ProbeServer place) : PluginScene(place)
{
    [Fact]
    public async Task Edits_reactions_and_deletions_arrive_as_events_in_order()
    {
        await _ada.On("probe");
        var id = (Guid)(await _ada.Send(_atrium, "first")).Data["id"]!;

        await _ada.Patch($"/api/messages/{id}", new { content = "better" });
        await _bo.Post($"/api/messages/{id}/reactions", new { emoji = "👍" });
        await _bo.Delete($"/api/messages/{id}/reactions?emoji=👍");
        await _ada.Delete($"/api/messages/{id}?for=me");
        await _ada.Delete($"/api/messages/{id}?for=everyone");

        await PluginCalls.Until(
            async () => await _server.Query($"select string_agg(kind, ',' order by id) from plugin_probe.seen where chat_id = '{_atrium}'")
                is "MessagePosted,MessageEdited,ReactionChanged,ReactionChanged,MessageDeleted", "it heard of every change, once");
    }

    [Fact]
    public async Task An_edit_passes_the_interceptors_as_a_send_does()
    {
        await _ada.On("probe");
        var id = (Guid)(await _ada.Send(_atrium, "first")).Data["id"]!;

        var loud = await _ada.Patch($"/api/messages/{id}", new { content = "shout hello" });
        var quiet = await _ada.Patch($"/api/messages/{id}", new { content = "whisper hello" });
        var foreign = await _bo.Patch($"/api/messages/{id}", new { content = "whisper hello" });

        Assert.Equal("HELLO", (string?)loud.Data["content"]);
        Assert.Equal(("REJECTED", "TOO_QUIET"), (quiet.Code, (string?)quiet.Details?["code"]));
        Assert.Equal("FORBIDDEN", foreign.Code);
    }

    [Fact]
    public async Task Where_it_is_off_a_change_concerns_it_not()
    {
        await _ada.On("probe");
        var id = (Guid)(await _ada.Send(_atrium, "first")).Data["id"]!;
        await _ada.Switch("probe", false);

        var edited = await _ada.Patch($"/api/messages/{id}", new { content = "whisper hello" });

        Assert.Equal("whisper hello", (string?)edited.Data["content"]);
    }
}
