using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A plugin that uses everything the contract has.</summary>
[Collection(ProbeCollection.Name)]
public sealed class ContributionTests(ProbeServer place) : PluginScene(place)
{
    [Fact]
    public async Task Its_endpoints_answer_only_where_it_is_on()
    {
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get("/api/probe/hello")).Code);

        await _ada.On("probe");

        Assert.Equal("hello", (await _bo.Get("/api/probe/hello")).Data["greeting"]!.GetValue<string>());
        Assert.Equal("abc", (await _bo.Post("/api/probe/echo", new { text = "abc" })).Data["text"]!.GetValue<string>());
        Assert.Equal("NOT_FOUND", (await _bo.Get("/api/probe/nothing")).Code);
        Assert.Equal("VALIDATION_FAILED", (await _bo.Post("/api/probe/echo", new { text = 1 })).Code);
        using var anonymous = _server.Anonymous();
        Assert.Equal(401, (await anonymous.Call(HttpMethod.Get, "/api/probe/hello")).Status);

        await _ada.Switch("probe", false);

        Assert.Equal((404, "PLUGIN_DISABLED"), await Coded(_bo.Get("/api/probe/hello")));
    }

    [Fact]
    public async Task What_an_endpoint_throws_names_the_plugin_and_nothing_more()
    {
        await _ada.On("probe");

        var answer = await _bo.Get("/api/probe/throw");

        Assert.Equal((500, "INTERNAL"), (answer.Status, answer.Code));
        Assert.Equal("probe", answer.Details!["plugin"]!.GetValue<string>());
        Assert.DoesNotContain("secret", answer.Envelope.ToJsonString());
        Assert.Contains("secret", (await _ada.Plugin("probe"))["faults"]!["last"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_interceptor_rewrites_and_refuses_by_every_door_but_never_a_stored_message()
    {
        var id = Guid.CreateVersion7();
        await _bo.Send(_atrium, "whisper before", id);
        await _ada.On("probe");
        await using var hub = await _bo.Connect();

        var loud = await _bo.Send(_atrium, "shout hey");
        var quiet = await hub.Send(_atrium, "whisper hey");
        var repeated = await _bo.Send(_atrium, "whisper before", id);

        Assert.Equal("HEY", loud.Data["content"]!.GetValue<string>());
        Assert.Equal("REJECTED", quiet.Code);
        Assert.Equal(("TOO_QUIET", "probe", 3), (
            quiet.Details!["code"]!.GetValue<string>(), quiet.Details["plugin"]!.GetValue<string>(), quiet.Details["retryAfter"]!.GetValue<int>()));
        Assert.Equal("whisper before", repeated.Data["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_interceptor_is_told_the_role_as_it_is_and_a_removed_member_stays_unknown()
    {
        await _ada.On("probe");
        await using var hub = await _bo.Connect();

        var looked = await hub.Send(_atrium, "who am I");
        var remembered = await hub.Send(_atrium, "who am I");
        await _server.Query($"update core.chat_members set role = 'ADMIN' where user_id = '{_bo.Id}'");
        var promoted = await hub.Send(_atrium, "who am I");
        await _server.Query($"update core.chat_members set left_at = now() where user_id = '{_bo.Id}'");
        var removed = await hub.Send(_atrium, "whisper hey");
        await _server.Query($"update core.chat_members set left_at = null where user_id = '{_bo.Id}'");
        var back = await hub.Send(_atrium, "whisper hey");

        Assert.Equal(
            ["Member", "Member", "Admin"],
            new[] { looked, remembered, promoted }.Select(answer => (string?)answer.Data["content"]));
        Assert.Equal(("NOT_FOUND", "REJECTED"), (removed.Code, back.Code));
    }

    [Fact]
    public async Task It_hears_of_what_happened_and_tells_those_in_the_chat()
    {
        await _ada.On("probe");
        await using var hub = await _bo.Connect();

        await _ada.Send(_atrium, "one");
        await _ada.Send(_atrium, "two");

        Assert.Equal(1, (await hub.Next("probe:seen"))["seq"]!.GetValue<long>());
        Assert.Equal(2, (await hub.Next("probe:seen"))["seq"]!.GetValue<long>());
        Assert.Equal("[1,2]", (await _bo.Get($"/api/probe/seen/{_atrium}")).Data.ToJsonString());
    }

    [Fact]
    public async Task Off_its_events_are_skipped_and_on_again_starts_at_now()
    {
        await _ada.On("probe");
        await _ada.Send(_atrium, "one");
        await Saw(1);
        await _ada.Switch("probe", false);
        await _ada.Send(_atrium, "two");
        await _ada.On("probe");

        await _ada.Send(_atrium, "three");

        await Saw(1, 3);
    }

    [Fact]
    public async Task Its_commands_are_dispatched_by_name()
    {
        await using var hub = await _bo.Connect();
        Assert.Equal("PLUGIN_DISABLED", (await hub.Dispatch("probe:ping", new { text = "a" })).Code);
        Assert.Equal("NOT_FOUND", (await hub.Dispatch("nobody:knows", new { })).Code);

        await _ada.On("probe");

        Assert.Equal("a", (await hub.Dispatch("probe:ping", new { text = "a" })).Data["text"]!.GetValue<string>());
        Assert.Equal("VALIDATION_FAILED", (await hub.Dispatch("probe:ping", new { })).Code);
    }

    [Fact]
    public async Task People_learn_of_the_switch_and_what_to_load()
    {
        await using var hub = await _bo.Connect();

        await _ada.On("probe");

        var changed = await hub.Next("plugin:changed");
        Assert.True(changed["enabled"]!.GetValue<bool>());
        var listed = (await _bo.Get("/api/plugins")).Data.AsArray().Single()!;
        var module = listed["web"]!["module"]!.GetValue<string>();
        Assert.Equal(module, changed["web"]!["module"]!.GetValue<string>());
        Assert.Equal("""{"greeting":"hello"}""", listed["settings"]!.ToJsonString());
        using var anonymous = _server.Anonymous();
        using var file = await anonymous.GetAsync(module);
        Assert.Contains("activate", await file.Content.ReadAsStringAsync());
        Assert.Equal("text/javascript", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", file.Headers.CacheControl!.ToString());
        using var outside = await anonymous.GetAsync(module.Replace("web/probe.js", "web/..%2Fplugin.json"));
        Assert.Equal(404, (int)outside.StatusCode);

        await _ada.Switch("probe", false);

        Assert.False((await hub.Next("plugin:changed"))["enabled"]!.GetValue<bool>());
        Assert.Empty((await _bo.Get("/api/plugins")).Data.AsArray());
    }

    [Fact]
    public async Task Its_settings_are_checked_by_its_schema_and_hold_at_once()
    {
        await _ada.On("probe");

        Assert.Equal("At least 0.", (await _ada.Put("/api/admin/plugins/probe/settings", new { seconds = -1 })).Details!["seconds"]!.GetValue<string>());
        Assert.Equal("There is no such setting.", (await _ada.Put("/api/admin/plugins/probe/settings", new { other = 1 })).Details!["other"]!.GetValue<string>());
        Assert.Equal("FORBIDDEN", (await _bo.Put("/api/admin/plugins/probe/settings", new { greeting = "hi" })).Code);
        await _ada.Put("/api/admin/plugins/probe/settings", new { greeting = "hi" });

        Assert.Equal("hi", (await _bo.Get("/api/probe/hello")).Data["greeting"]!.GetValue<string>());
        Assert.Equal("hi", (await _ada.Get("/api/admin/plugins/probe/settings")).Data["values"]!["greeting"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_reads_only_the_chats_of_those_who_ask()
    {
        await _ada.On("probe");
        var cy = await Newcomer();

        Assert.Equal("Owner", (await _ada.Get($"/api/probe/role/{_atrium}")).Data.GetValue<string>());
        Assert.Equal("NOT_FOUND", (await cy.Get($"/api/probe/role/{_atrium}")).Code);
    }

    [Fact]
    public async Task It_learns_who_may_reach_whom()
    {
        await _ada.On("probe");
        var (cy, dan) = (await Newcomer(), await Newcomer());
        async Task<bool> Reaches(TestPerson from, Guid to) => (await from.Get($"/api/probe/reach/{to}")).Data.GetValue<bool>();

        var open = await Reaches(dan, _ada.Id);
        await _ada.Put($"/api/blocks/{dan.Id}", new { });
        await cy.Patch("/api/users/me/privacy", new { messages = "CONTACTS" });

        Assert.True(open);
        Assert.False(await Reaches(dan, _ada.Id));
        Assert.False(await Reaches(_ada, dan.Id));
        Assert.False(await Reaches(dan, cy.Id));
        Assert.True(await Reaches(cy, dan.Id));
        Assert.False(await Reaches(cy, Guid.NewGuid()));
    }

    [Fact]
    public async Task Only_administrators_switch()
    {
        Assert.Equal("FORBIDDEN", (await _bo.Put("/api/admin/plugins/probe", new { enabled = true })).Code);
        Assert.Equal("FORBIDDEN", (await _bo.Get("/api/admin/plugins")).Code);
        Assert.Equal("VALIDATION_FAILED", (await _ada.Put("/api/admin/plugins/probe", new { })).Code);
        Assert.Equal("NOT_FOUND", (await _ada.Put("/api/admin/plugins/none", new { enabled = true })).Code);
    }

    [Fact]
    public async Task A_running_request_ends_in_peace_while_new_ones_are_told_to_wait()
    {
        await _ada.On("probe");
        var running = _bo.Get("/api/probe/wait/1500");
        await Task.Delay(300);
        var switching = _ada.Switch("probe", false);
        await Task.Delay(300);

        using var refused = await _bo.Http.GetAsync("/api/probe/hello");

        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Equal("1", refused.Headers.RetryAfter!.ToString());
        Assert.Equal(200, (await running).Status);
        await switching;
        Assert.Equal((404, "PLUGIN_DISABLED"), await Coded(_bo.Get("/api/probe/hello")));
    }

    private async Task Saw(params long[] seqs) => await PluginCalls.Until(
        async () => (await _bo.Get($"/api/probe/seen/{_atrium}")).Data.ToJsonString() == $"[{string.Join(',', seqs)}]",
        $"it saw {string.Join(',', seqs)}");

    [Fact]
    public async Task It_reads_the_views_its_permissions_open_and_no_table_of_the_core()
    {
        await _ada.On("probe");

        Assert.Equal(2, (await _bo.Get($"/api/probe/readers/{_atrium}")).Data[0]!.GetValue<long>());
        Assert.Equal(6L, await Readable("v.nspname = 'reading'"));
        Assert.Equal(0L, await Readable("v.nspname = 'core'"));
    }

    private Task<object?> Readable(string which) => _server.Query(
        $"""
         select count(*) from pg_class c join pg_namespace v on v.oid = c.relnamespace
         join pg_namespace p on p.nspname = 'plugin_probe' and has_table_privilege(p.nspowner, c.oid, 'select')
         where c.relkind in ('r', 'v') and {which}
         """);

    private static async Task<(int, string?)> Coded(Task<Answer> answer) => ((await answer).Status, (await answer).Code);
}
