using Stogram.Core.Outside;

namespace Stogram.Testing.Plugins;

/// <summary>The real host with the built packages; Ada, its owner, has switched one of them on.</summary>
public abstract class PluginServer(string plugin) : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    /// <summary>How far the server goes for others; where nothing is said it finds nobody.</summary>
    public OutsideOptions? Outside { get; init; }

    public TestPerson Ada { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start(Repository.Path("artifacts", "plugins"), outside: Outside);
        Ada = await Server.SignUp("ada");
        await Switch(true);
    }

    public async Task DisposeAsync()
    {
        Ada.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Somebody new, with a name nobody has yet.</summary>
    public Task<TestPerson> Somebody(string name = "bo", string? organization = null) =>
        Server.SignUp($"{name}_{Guid.NewGuid():n}"[..20], organization);

    public async Task Switch(bool enabled, TestPerson? admin = null)
    {
        var switched = await (admin ?? Ada).Switch(plugin, enabled);
        Assert.True((bool)switched["enabled"]! == enabled, switched.ToJsonString());
        Assert.True(!enabled || (string?)switched["state"] == "RUNNING", switched.ToJsonString());
    }
}
