using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What a plugin does with its part of the database harms nobody else, and it can be taken from it.</summary>
public sealed class DataTests(DataTests.Place place) : PluginScene(place), IClassFixture<DataTests.Place>
{
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
        await using var there = await _server.AnotherNode();
        using var adaThere = await there.SignIn("ada");

        await Task.WhenAll(_ada.On("twice"), adaThere.On("twice"));

        Assert.Equal(1L, await _server.Query("select count(*) from core.plugin_migrations where plugin_id = 'twice' and name = '0002_slow.sql'"));
    }

    [Fact]
    public async Task Switched_off_while_it_migrates_it_goes_off_and_its_tables_are_whole()
    {
        var on = _ada.Switch("halted", true);
        await _ada.Until("halted", "MIGRATING");

        var off = await _ada.Switch("halted", false);

        Assert.False(off["enabled"]!.GetValue<bool>());
        Assert.True((await on)["enabled"]!.GetValue<bool>());
        Assert.Equal("PLUGIN_DISABLED", (await _ada.Get("/api/halted/none")).Code);
        await _ada.Until("halted", "UNLOADED");
        await _ada.On("halted");
        Assert.Equal(2L, await _server.Query("select count(*) from core.plugin_migrations where plugin_id = 'halted'"));
    }

    [Fact]
    public async Task A_server_that_stops_while_a_plugin_migrates_leaves_nothing_half_and_the_next_one_does_it()
    {
        var on = _ada.Switch("stopped", true);
        await _ada.Until("stopped", "MIGRATING");

        await Restart();

        await Assert.ThrowsAnyAsync<Exception>(() => on);
        await _ada.Until("stopped", "RUNNING");
        Assert.Equal(1L, await _server.Query("select count(*) from core.plugin_migrations where plugin_id = 'stopped' and name = '0002_slow.sql'"));
    }

    [Fact]
    public async Task An_event_to_a_chat_reaches_nobody_who_has_left_it()
    {
        using var cy = await Newcomer();
        var annex = await _ada.Group("annex", cy);
        await _ada.On("probe");
        await using var ada = await _ada.Connect();
        await using var hub = await cy.Connect();
        await _ada.Send(annex, "for both");
        await hub.Next("probe:seen");

        Assert.True((await cy.Delete($"/api/chats/{annex}/members/{cy.Id}")).IsSuccess);
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

    public sealed class Place() : PluginServer("probe")
    {
        protected override void Pack(PluginFolder plugins)
        {
            plugins.AddTroubled("greedy");
            foreach (var id in new[] { "twice", "halted", "stopped" })
            {
                // Long enough that somebody else comes meanwhile.
                File.WriteAllText(Path.Combine(plugins.AddTroubled(id), "migrations", "0002_slow.sql"), "select pg_sleep(1); create table once (id int);");
            }
        }
    }
}
