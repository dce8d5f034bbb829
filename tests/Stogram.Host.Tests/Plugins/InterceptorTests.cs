using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Several plugins are asked about one message: each about what the one before it made of it.</summary>
public sealed class InterceptorTests(InterceptorTests.Place place) : PluginScene(place), IClassFixture<InterceptorTests.Place>
{
    [Fact]
    public async Task What_one_has_replaced_the_next_one_refuses_and_nothing_of_it_is_stored()
    {
        await _ada.On("probe");
        await _ada.On("z-greeter");
        Assert.True((await _ada.Put("/api/admin/plugins/z-greeter/settings", new { word = "owner" })).IsSuccess);
        await using var hub = await _bo.Connect();

        var refused = await _ada.Send(_atrium, "who am I");
        var passed = await _bo.Send(_atrium, "who am I");

        Assert.Equal(("REJECTED", "z-greeter"), (refused.Code, refused.Details!["plugin"]!.GetValue<string>()));
        Assert.Equal("Member", passed.Data["content"]!.GetValue<string>());
        Assert.Equal((1, "Member"), ((int)passed.Data["seq"]!, (string?)(await hub.NextSaid())["content"]));
        Assert.Single((await _ada.Get($"/api/messages/chat/{_atrium}")).Data.AsArray());
    }

    [Fact]
    public async Task They_are_asked_by_priority_whatever_they_are_called_and_each_about_what_the_one_before_left()
    {
        await Signs("a-9");
        await Signs("b-2");
        await _ada.On("probe");

        var sent = await _bo.Send(_atrium, "shout hey");
        var edited = await _bo.Patch($"/api/messages/{sent.Data["id"]}", new { content = "shout ho" });

        Assert.Equal("HEY b-2 a-9", (string?)sent.Data["content"]);
        Assert.Equal("HO b-2 a-9", (string?)edited.Data["content"]);
    }

    [Fact]
    public async Task An_encrypted_message_passes_all_of_them_and_none_puts_words_beside_it()
    {
        foreach (var id in new[] { "probe", "z-greeter" })
        {
            await _ada.On(id);
        }

        await Signs("a-9");
        await _server.Query($"update core.chats set is_secret = true where id = '{_atrium}'");

        Answer sent = null!;
        await PluginCalls.Until(
            async () =>
            {
                sent = await _bo.Post(
                    "/api/messages", new { id = Guid.CreateVersion7(), chatId = _atrium, isEncrypted = true, encryptedContent = "c2VjcmV0" });
                return (string?)(await _ada.Plugin("a-9"))["faults"]!["last"] is { } last && last.Contains("It put words beside an encrypted message.");
            },
            "its fault is named");

        Assert.Equal((null, "c2VjcmV0"), ((string?)sent.Data["content"], (string?)sent.Data["encryptedContent"]));
    }

    private async Task Signs(string id)
    {
        await _ada.On(id);
        Assert.True((await _ada.Put($"/api/admin/plugins/{id}/settings", new { trouble = "sign", at = "intercept" })).IsSuccess);
    }

    public sealed class Place() : PluginServer("probe")
    {
        protected override void Pack(PluginFolder plugins)
        {
            // By its id it is asked after the other.
            plugins.Add("greeter", "z-greeter", json => json["contributes"]!["prefix"] = "greeter");
            plugins.AddTroubled("a-9");
            plugins.AddTroubled("b-2");
        }
    }
}
