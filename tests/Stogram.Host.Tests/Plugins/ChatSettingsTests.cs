using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What the admins of a chat set for a plugin goes over what the organization set, in that chat alone.</summary>
[Collection(ProbeCollection.Name)]
public sealed class ChatSettingsTests(ProbeServer place) : PluginScene(place)
{
    private const string Secret = "correct horse";

    [Fact]
    public async Task What_a_chat_sets_holds_there_at_once_on_every_node_and_elsewhere_it_is_as_it_was()
    {
        await using var there = await _server.AnotherNode();
        await _ada.On("probe");
        using var adaThere = await there.SignIn("ada");
        await adaThere.Until("probe", "RUNNING");
        await _ada.Put("/api/admin/plugins/probe/settings", new { greeting = "welcome" });
        var annex = await _ada.Group("annex");

        var saved = await _ada.Put(Settings(_atrium), new { greeting = "hi" });

        Assert.Equal("""{"greeting":"hi"}""", saved.Data["values"]!.ToJsonString());
        Assert.Equal("hi, none", await Greeting(_bo, _atrium));
        Assert.Equal("welcome, none", await Greeting(_ada, annex));
        Assert.Equal("welcome", (await _bo.Get("/api/probe/hello")).Data["greeting"]!.GetValue<string>());
        await PluginCalls.Until(async () => await Greeting(adaThere, _atrium) == "hi, none", "the other node has it");
        await Restart();
        await PluginCalls.Until(async () => (await _ada.Get("/api/probe/hello")).IsSuccess, "it is open here again");
        Assert.Equal("hi, none", await Greeting(_ada, _atrium));

        await _ada.Put(Settings(_atrium), new { });
        Assert.Equal("welcome, none", await Greeting(_ada, _atrium));
    }

    [Fact]
    public async Task Its_form_has_what_chats_may_set_with_the_organizations_values_as_defaults()
    {
        await _ada.On("probe");
        await _ada.Put("/api/admin/plugins/probe/settings", new { greeting = "welcome", token = Secret });
        Assert.True((bool)(await _bo.Get("/api/plugins")).Data.AsArray().Single()!["forChats"]!);

        var read = await _ada.Get(Settings(_atrium));

        var properties = read.Data["schema"]!["properties"]!.AsObject();
        Assert.Equal(["greeting", "token"], properties.Select(one => one.Key));
        Assert.Equal("welcome", properties["greeting"]!["default"]!.GetValue<string>());
        Assert.Null(properties["token"]!["default"]);
        Assert.Empty(read.Data["values"]!.AsObject());
        Assert.Equal($"welcome, {Secret}", await Greeting(_bo, _atrium));
    }

    [Fact]
    public async Task Its_secret_is_sealed_where_it_is_stored_and_hidden_where_it_is_shown()
    {
        await _ada.On("probe");

        var saved = await _ada.Put(Settings(_atrium), new { token = Secret });

        Assert.DoesNotContain(Secret, saved.Envelope.ToJsonString() + (await _ada.Get(Settings(_atrium))).Envelope.ToJsonString());
        Assert.Equal(false, await _server.Query($"select exists (select from core.chat_plugin_settings where settings::text like '%{Secret}%')"));
        await _ada.Put(Settings(_atrium), new { greeting = "hi", token = saved.Data["values"]!["token"]!.GetValue<string>() });
        Assert.Equal($"hi, {Secret}", await Greeting(_bo, _atrium));
    }

    [Fact]
    public async Task Only_who_may_change_the_chat_sets_them_and_only_what_the_schema_gives_to_chats()
    {
        await _ada.On("probe");
        var eve = await Newcomer();

        Assert.Equal("FORBIDDEN", (await _bo.Put(Settings(_atrium), new { greeting = "hi" })).Code);
        Assert.Equal("NOT_FOUND", (await eve.Put(Settings(_atrium), new { greeting = "hi" })).Code);
        Assert.Equal("NOT_FOUND", (await _ada.Put($"/api/chats/{_atrium}/plugins/none/settings", new { })).Code);
        Assert.Equal("There is no such field.", (await _ada.Put(Settings(_atrium), new { seconds = 5 })).Details!["seconds"]!.GetValue<string>());
        Assert.Equal("At most 40 characters.", (await _ada.Put(Settings(_atrium), new { greeting = new string('x', 41) })).Details!["greeting"]!.GetValue<string>());
        Assert.Equal("VALIDATION_FAILED", (await _ada.Put(Settings(_atrium), new[] { 1 })).Code);

        await _ada.Patch($"/api/chats/{_atrium}/members/{_bo.Id}", new { role = "ADMIN" });
        Assert.True((await _bo.Put(Settings(_atrium), new { greeting = "hi" })).IsSuccess);
        await _ada.Switch("probe", false);
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get(Settings(_atrium))).Code);
        await _ada.On("probe");
        Assert.Equal("hi, none", await Greeting(_bo, _atrium));
    }

    [Fact]
    public async Task They_go_with_the_chat()
    {
        await _ada.On("probe");
        await _ada.Put(Settings(_atrium), new { greeting = "hi" });

        Assert.True((await _ada.Delete($"/api/chats/{_atrium}")).IsSuccess);

        Assert.Equal(0L, await _server.Query("select count(*) from core.chat_plugin_settings"));
    }

    [Fact]
    public async Task What_another_version_stored_and_this_one_does_not_allow_counts_as_not_set()
    {
        await _ada.On("probe");
        await _ada.Put("/api/admin/plugins/probe/settings", new { greeting = "welcome", seconds = 7 });
        await _ada.Put(Settings(_atrium), new { greeting = "hi" });
        await _server.Query("update core.organization_plugins set settings = '{\"greeting\": 5, \"gone\": true, \"seconds\": 7}'");
        await _server.Query("update core.chat_plugin_settings set settings = '{\"greeting\": \"\", \"seconds\": 9}'");

        await Restart();

        await PluginCalls.Until(async () => (await _ada.Get("/api/probe/hello")).IsSuccess, "it is open here again");
        Assert.Equal("hello, none", await Greeting(_ada, _atrium));
    }

    private static string Settings(Guid chatId) => $"/api/chats/{chatId}/plugins/probe/settings";

    private static async Task<string> Greeting(TestPerson person, Guid chatId) =>
        (await person.Get($"/api/probe/greeting/{chatId}")).Data.GetValue<string>();
}
