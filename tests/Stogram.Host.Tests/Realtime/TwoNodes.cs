using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

/// <summary>Where people are: on two nodes of one server, or twice on the only one.</summary>
public abstract class TwoNodes : IAsyncLifetime
{
    public TestServer Here { get; private set; } = null!;

    public TestServer There { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (Here, There) = await Start();
        Ada = await Here.SignUp("ada");
    }

    /// <summary>Somebody new, with a name nobody has yet.</summary>
    public Task<TestPerson> Somebody(string name = "bo") => Here.SignUp($"{name}_{Guid.NewGuid():n}"[..20]);

    public virtual async Task DisposeAsync()
    {
        Ada.Dispose();
        await Here.DisposeAsync();
    }

    protected abstract Task<(TestServer Here, TestServer There)> Start();
}
