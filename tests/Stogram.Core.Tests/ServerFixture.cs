namespace Stogram.Core.Tests;

/// <summary>One server per test class, with Ada, its owner, signed up first; tests bring their own people.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start();
        Ada = await Server.SignUp("ada");
    }

    /// <summary>Somebody new, with a name nobody has yet.</summary>
    public Task<TestPerson> Somebody(string name = "bo") => Server.SignUp($"{name}_{Guid.NewGuid():n}"[..20]);

    public async Task DisposeAsync()
    {
        Ada.Dispose();
        await Server.DisposeAsync();
    }
}
