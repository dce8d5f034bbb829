using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What a plugin does with its part of the database harms nobody else, and it can be taken from it.</summary>
public sealed class DataTests : IAsyncLifetime
{
    private readonly PluginFolder _plugins = PluginFolder.With("probe");
    private TestServer _server = null!;
    private TestPerson _ada = null!;
    private Guid _atrium;

    public async Task InitializeAsync()
    {
        _plugins.AddTroubled("greedy");
        var twice = _plugins.AddTroubled("twice");
        // Long enough that both nodes are at it.
        await File.WriteAllTextAsync(Path.Combine(twice, "migrations", "0002_slow.sql"), "select pg_sleep(1); create table once (id int);");
        _server = await TestServer.Start(_plugins.Path);
        _ada = await _server.SignUp("ada");
        _atrium = await _ada.Group("atrium");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _plugins.Dispose();
    }

    [Fact]
    public async Task One_that_takes_all_its_connections_harms_itself_and_loses_them_with_its_data()
    {
        await _ada.On("greedy");
        await _ada.On("probe");
        await using var hub = await _ada.Connect();

        Assert.True((await hub.Dispatch("greedy:do", new { trouble = "connections" })).IsSuccess);
        var more = hub.Dispatch("greedy:do", new { trouble = "connections" });
        Assert.True((await hub.Send(_atrium, "meanwhile")).IsSuccess);
        await PluginCalls.Until(async () => (await _ada.Get($"/api/probe/seen/{_atrium}")).Data.ToJsonString() == "[1]", "another plugin uses its own");
        Assert.Equal("INTERNAL", (await more).Code);

        Assert.True((await _ada.Remove("greedy", purge: true, "greedy")).IsSuccess);
        Assert.Equal(true, await _server.Query("select to_regnamespace('plugin_greedy') is null"));
        Assert.Equal(0L, await _server.Query("select count(*) from pg_stat_activity where datname = current_database() and application_name = 'stogram plugin greedy'"));
    }

    [Fact]
    public async Task Two_nodes_migrate_once()
    {
        var there = await _server.AnotherNode();
        using var adaThere = await there.SignIn("ada");

        await Task.WhenAll(_ada.On("twice"), adaThere.On("twice"));

        Assert.Equal(1L, await _server.Query("select count(*) from core.plugin_migrations where plugin_id = 'twice' and name = '0002_slow.sql'"));
    }

    [Fact]
    public async Task Switched_off_while_it_migrates_it_goes_off_and_its_tables_are_whole()
    {
        var on = _ada.Switch("twice", true);
        await _ada.Until("twice", "MIGRATING");

        var off = await _ada.Switch("twice", false);

        Assert.False(off["enabled"]!.GetValue<bool>());
        Assert.True((await on)["enabled"]!.GetValue<bool>());
        Assert.Equal("PLUGIN_DISABLED", (await _ada.Get("/api/twice/none")).Code);
        await _ada.Until("twice", "UNLOADED");
        await _ada.On("twice");
        Assert.Equal(2L, await _server.Query("select count(*) from core.plugin_migrations where plugin_id = 'twice'"));
    }

    [Fact]
    public async Task A_server_that_stops_while_a_plugin_migrates_leaves_nothing_half_and_the_next_one_does_it()
    {
        var on = _ada.Switch("twice", true);
        await _ada.Until("twice", "MIGRATING");

        await _server.Restart();

        await Assert.ThrowsAnyAsync<Exception>(() => on);
        using var ada = await _server.SignIn("ada");
        await ada.Until("twice", "RUNNING");
        Assert.Equal(1L, await _server.Query("select count(*) from core.plugin_migrations where plugin_id = 'twice' and name = '0002_slow.sql'"));
    }

    [Fact]
    public async Task An_event_to_a_chat_reaches_nobody_who_has_left_it()
    {
        using var bo = await _server.SignUp("bo");
        var annex = await _ada.Group("annex", bo);
        await _ada.On("probe");
        await using var ada = await _ada.Connect();
        await using var hub = await bo.Connect();
        await _ada.Send(annex, "for both");
        await hub.Next("probe:seen");

        Assert.True((await bo.Delete($"/api/chats/{annex}/members/{bo.Id}")).IsSuccess);
        await hub.Next("chat:removed");
        await _ada.Send(annex, "for her alone");

        await ada.Next("probe:seen");
        await ada.Next("probe:seen");
        Assert.DoesNotContain(hub.Drain(), one => one.Name == "probe:seen");
    }

    [Fact]
    public async Task A_payload_that_is_too_large_ends_its_connection_and_no_other()
    {
        await _ada.On("probe");
        await using var hub = await _ada.Connect();
        await using var other = await _ada.Connect();

        var sent = hub.Dispatch("probe:ping", new { text = new string('x', 2 << 20) });

        await hub.Closed.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAnyAsync<Exception>(() => sent);
        Assert.True((await other.Dispatch("probe:ping", new { text = "a" })).IsSuccess);
    }
}
