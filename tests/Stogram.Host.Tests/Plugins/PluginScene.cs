using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>One test on a server that others share: Ada, its owner, in a group with Bo, and afterwards all is off again.</summary>
public abstract class PluginScene(PluginServer place) : IAsyncLifetime
{
    private static int count;

    protected TestServer _server = null!;
    protected TestPerson _ada = null!;
    protected TestPerson _bo = null!;
    protected Guid _atrium;

    public virtual async Task InitializeAsync()
    {
        (_server, _ada, _bo) = (place.Server, place.Ada, place.Bo);
        _atrium = await _ada.Group("atrium", _bo);
    }

    public virtual Task DisposeAsync() => place.Reset();

    protected async Task Restart(bool noPlugins = false)
    {
        await place.Restart(noPlugins);
        (_ada, _bo) = (place.Ada, place.Bo);
    }

    /// <summary>Somebody whom nobody has met.</summary>
    protected Task<TestPerson> Newcomer() => _server.SignUp($"cy{Interlocked.Increment(ref count)}");

    /// <summary>The owner of another organization.</summary>
    protected async Task<TestPerson> Foreigner()
    {
        var slug = $"south-{Interlocked.Increment(ref count)}";
        Assert.True((await _ada.Post("/api/operator/organizations", new { slug, name = "South" })).IsSuccess);
        return await _server.SignUp("cy", slug);
    }
}

/// <summary>The same where a test must have the server to itself.</summary>
public abstract class OwnPluginScene(PluginServer place) : PluginScene(place)
{
    private readonly PluginServer _own = place;

    public override async Task InitializeAsync()
    {
        await _own.InitializeAsync();
        await base.InitializeAsync();
    }

    public override Task DisposeAsync() => _own.DisposeAsync();
}
