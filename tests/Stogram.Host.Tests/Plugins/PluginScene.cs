using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A server with one plugin installed and off, and Ada, its owner, in a group with Bo.</summary>
public abstract class PluginScene(string plugin) : IAsyncLifetime
{
    private readonly PluginFolder _plugins = PluginFolder.With(plugin);

    protected TestServer _server = null!;
    protected TestPerson _ada = null!;
    protected TestPerson _bo = null!;
    protected Guid _atrium;

    public async Task InitializeAsync()
    {
        _server = await TestServer.Start(_plugins.Path);
        _ada = await _server.SignUp("ada");
        _bo = await _server.SignUp("bo");
        _atrium = await _ada.Group("atrium", _bo);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _plugins.Dispose();
    }
}
