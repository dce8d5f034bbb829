using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>While a plugin that does not listen is being stopped, administrators read why it goes.</summary>
public sealed class TakenOutTests : IAsyncLifetime
{
    private readonly PluginFolder _plugins = new();
    private TestServer _server = null!;
    private TestPerson _ada = null!;

    public async Task InitializeAsync()
    {
        _plugins.AddTroubled("deaf-stop");
        _server = await TestServer.Start(_plugins.Path);
        _ada = await _server.SignUp("ada");
        await _ada.On("deaf-stop");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _plugins.Dispose();
    }

    [Fact]
    public async Task The_reason_is_there_before_it_is_out_for_administrators_and_operators()
    {
        for (var i = 0; i < 20; i++)
        {
            await _ada.Get("/api/deaf-stop/throw");
        }

        var stopping = await _ada.Until("deaf-stop", "STOPPING");
        var node = (await _ada.ServerPlugin("deaf-stop"))!["nodes"]![0]!;
        var quarantined = await _ada.Until("deaf-stop", "QUARANTINED");

        Assert.Equal((string?)quarantined["reason"], (string?)stopping["reason"]);
        Assert.Equal((string?)stopping["reason"], (string?)node["reason"]);
        Assert.True((bool)stopping["enabled"]!);
    }

    [Fact]
    public async Task Switched_off_it_needs_no_reason()
    {
        var switched = _ada.Switch("deaf-stop", false);

        Assert.Null((await _ada.Until("deaf-stop", "STOPPING"))["reason"]);
        await switched;
    }
}
