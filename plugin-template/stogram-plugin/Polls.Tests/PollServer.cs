namespace Polls.Tests;

/// <summary>The real server with the built package switched on, and Ada, its owner, in a group with Bo.</summary>
public sealed class PollServer : IAsyncLifetime
{
    private TestServer _server = null!;

    public TestPerson Ada { get; private set; } = null!;

    public TestPerson Bo { get; private set; } = null!;

    /// <summary>Signed up, and in no chat.</summary>
    public TestPerson Stranger { get; private set; } = null!;

    public Guid Atrium { get; private set; }

    public async Task InitializeAsync()
    {
        _server = await TestServer.Start(Repository.PluginPackages);
        Ada = await _server.SignUp("ada");
        Bo = await _server.SignUp("bo");
        Stranger = await _server.SignUp("cy");
        Atrium = await Ada.Group("atrium", Bo);
        await Ada.On("polls");
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    /// <summary>The id of a new poll with two answers, asked by Bo.</summary>
    public async Task<Guid> Ask()
    {
        var id = Guid.CreateVersion7();
        await using var hub = await Bo.Connect();
        var asked = await hub.Dispatch("polls:ask", new { chatId = Atrium, id, question = "Where to?", options = new[] { "Park", "Lake" } });
        Assert.True(asked.IsSuccess, asked.Envelope.ToJsonString());
        return id;
    }
}
