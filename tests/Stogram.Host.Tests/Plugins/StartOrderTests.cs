using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Plugins start in their own time, and the server does not wait for them, neither when it starts nor when it stops.</summary>
public sealed class StartOrderTests : IAsyncLifetime
{
    private readonly PluginFolder _plugins = new();
    private TestServer _server = null!;
    private TestPerson _ada = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _plugins.Dispose();
    }

    [Fact]
    public async Task One_that_starts_for_ever_holds_up_nobody_and_a_server_that_stops_meanwhile_stops()
    {
        _plugins.AddTroubled("slow-start");
        await Start();
        var atrium = await _ada.Group("atrium");

        var switching = _ada.Switch("slow-start", true);
        await _ada.Until("slow-start", "STARTING");
        await IsAtWork(atrium);
        await _server.Restart();
        await Assert.ThrowsAnyAsync<Exception>(() => switching);
        await IsAtWork(atrium);
        await _server.Restart();

        await IsAtWork(atrium);
        using var ada = await _server.SignIn("ada");
        await ada.Until("slow-start", "STARTING");
    }

    [Fact]
    public async Task One_that_asks_its_own_route_while_it_starts_is_told_that_it_is_off()
    {
        _plugins.AddTroubled("own-route");
        await Start();
        await File.WriteAllLinesAsync(
            Path.Combine(_server.DataFolder, "plugins", "own-route", "1.0.0", "own.txt"), [$"{_server.Url}api/own-route/none", _ada.AccessToken]);

        await _ada.On("own-route");

        Assert.Equal(200, (await _ada.Get("/api/own-route/none")).Status);
    }

    [Fact]
    public async Task Twenty_are_switched_on_and_off_at_once()
    {
        string[] ids = [.. Enumerable.Range(1, 20).Select(number => $"bystander-{number}")];
        foreach (var id in ids)
        {
            _plugins.Add("bystander", id);
        }

        await Start();
        var atrium = await _ada.Group("atrium");
        await using var traffic = new Traffic();
        traffic.Chat(_ada, atrium);

        await Task.WhenAll(ids.Select(id => _ada.On(id)));
        Assert.True((await _ada.Send(atrium, "past twenty interceptors")).IsSuccess);
        await Task.WhenAll(ids.Select(id => _ada.Switch(id, false)));

        await traffic.Stop();
        Assert.Empty(traffic.Refused);
        await Task.WhenAll(ids.Select(id => _ada.Until(id, "UNLOADED", "LINGERING")));
    }

    private async Task IsAtWork(Guid chatId)
    {
        using var anyone = _server.Anonymous();
        Assert.True((await anyone.GetAsync("/health/ready")).IsSuccessStatusCode);
        using var ada = await _server.SignIn("ada");
        Assert.True((await ada.Send(chatId, "hello")).IsSuccess);
    }

    private async Task Start()
    {
        _server = await TestServer.Start(_plugins.Path);
        _ada = await _server.SignUp("ada");
    }
}
