using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Several plugins are asked about one message: each about what the one before it made of it.</summary>
public sealed class InterceptorTests : IAsyncLifetime
{
    private readonly PluginFolder _plugins = PluginFolder.With("probe");
    private TestServer _server = null!;
    private TestPerson _ada = null!;
    private TestPerson _bo = null!;

    public async Task InitializeAsync()
    {
        // By its id it is asked after the other.
        _plugins.Add("greeter", "z-greeter", json => json["contributes"]!["prefix"] = "greeter");
        _server = await TestServer.Start(_plugins.Path);
        _ada = await _server.SignUp("ada");
        _bo = await _server.SignUp("bo");
        await _ada.On("probe");
        await _ada.On("z-greeter");
        Assert.True((await _ada.Put("/api/admin/plugins/z-greeter/settings", new { word = "owner" })).IsSuccess);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _plugins.Dispose();
    }

    [Fact]
    public async Task What_one_has_replaced_the_next_one_refuses()
    {
        var atrium = await _ada.Group("atrium", _bo);

        var refused = await _ada.Send(atrium, "who am I");
        var passed = await _bo.Send(atrium, "who am I");

        Assert.Equal(("REJECTED", "z-greeter"), (refused.Code, refused.Details!["plugin"]!.GetValue<string>()));
        Assert.Equal("Member", passed.Data["content"]!.GetValue<string>());
    }
}
