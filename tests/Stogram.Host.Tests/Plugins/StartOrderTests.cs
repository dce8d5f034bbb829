using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Plugins start in their own time, and the server does not wait for them, neither when it starts nor when it stops.</summary>
public sealed class StartOrderTests(StartOrderTests.Place place) : PluginScene(place), IClassFixture<StartOrderTests.Place>
{
    private readonly Place _place = place;

    [Fact]
    public async Task One_that_starts_for_ever_holds_up_nobody_and_a_server_that_stops_meanwhile_stops()
    {
        var switching = _ada.Switch("slow-start", true);
        await _ada.Until("slow-start", "STARTING");
        await IsAtWork();
        await Restart();
        await Assert.ThrowsAnyAsync<Exception>(() => switching);
        await IsAtWork();
        await Restart();

        await IsAtWork();
        await _ada.Until("slow-start", "STARTING");
        await _server.Query("update core.organization_plugins set enabled = false");
        await Restart();
    }

    [Fact]
    public async Task One_that_asks_its_own_route_while_it_starts_is_told_that_it_is_off()
    {
        await File.WriteAllLinesAsync(
            Path.Combine(_server.DataFolder, "plugins", "own-route", "1.0.0", "own.txt"), [$"{_server.Url}api/own-route/none", _ada.AccessToken]);

        await _ada.On("own-route");

        Assert.Equal(200, (await _ada.Get("/api/own-route/none")).Status);
    }

    [Fact]
    public async Task Twenty_are_switched_on_and_off_at_once()
    {
        await using var traffic = new Traffic();
        traffic.Chat(_ada, _atrium);

        await Task.WhenAll(Place.Twenty.Select(id => _ada.On(id)));
        Assert.True((await _ada.Send(_atrium, "past twenty interceptors")).IsSuccess);
        await Task.WhenAll(Place.Twenty.Select(id => _ada.Switch(id, false)));

        await traffic.Stop();
        Assert.Empty(traffic.Refused);
        await Task.WhenAll(Place.Twenty.Select(id => _ada.Until(id, "UNLOADED", "LINGERING")));
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_ran_fails_the_start()
    {
        await _ada.On("edited");
        await File.AppendAllTextAsync(Path.Combine(_place.Edited, "migrations", "0001_init.sql"), "-- changed");

        await Restart();

        Assert.Contains("0001_init.sql ran already and was changed", (await _ada.Until("edited", "FAILED"))["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task In_safe_mode_nothing_is_loaded_and_after_it_everything_is_on_again()
    {
        await _ada.On("probe");

        await Restart(noPlugins: true);
        Assert.Equal("INSTALLED", (await _ada.Plugin("probe"))["state"]!.GetValue<string>());
        Assert.Equal("PLUGIN_DISABLED", (await _ada.Get("/api/probe/hello")).Code);

        await Restart();
        await _ada.Until("probe", "RUNNING");
        await PluginCalls.Until(async () => (await _ada.Get("/api/probe/hello")).Status == 200, "it answers");
    }

    private async Task IsAtWork()
    {
        using var anyone = _server.Anonymous();
        Assert.True((await anyone.GetAsync("/health/ready")).IsSuccessStatusCode);
        Assert.True((await _ada.Send(_atrium, "hello")).IsSuccess);
    }

    public sealed class Place() : PluginServer("probe")
    {
        public static IEnumerable<string> Twenty => Enumerable.Range(1, 20).Select(number => $"bystander-{number}");

        /// <summary>The folder of a package that a test changes.</summary>
        public string Edited { get; private set; } = "";

        protected override void Pack(PluginFolder plugins)
        {
            plugins.AddTroubled("slow-start");
            plugins.AddTroubled("own-route");
            Edited = plugins.AddTroubled("edited");
            foreach (var id in Twenty)
            {
                plugins.Add("bystander", id);
            }
        }
    }
}
