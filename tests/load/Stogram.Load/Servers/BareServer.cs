namespace Stogram.Load.Servers;

/// <summary>The references, in a process of their own with the runtime settings of the product.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly Child child;

    private BareServer(Child child) => this.child = child;

    /// <summary>SignalR and nothing else.</summary>
    public Venue Hub => Venue("SignalR", "/hub");

    /// <summary>Kestrel's WebSockets and nothing else.</summary>
    public Venue Sockets => Venue("WebSockets", "/sockets");

    public static async Task<BareServer> Start(string program, CancellationToken cancellation)
    {
        string[] command =
        [
            "dotnet", "exec", "--runtimeconfig", Path.ChangeExtension(program, ".runtimeconfig.json"),
            Path.Combine(AppContext.BaseDirectory, "Stogram.Load.dll"), "bare",
        ];
        return new(await Child.Start(command, "Bare at ", new Dictionary<string, string>(), cancellation));
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();

    private Venue Venue(string name, string path) => new(
        name,
        (person, chat) => new UriBuilder(child.Ready) { Scheme = "ws", Path = path, Query = $"person={person.Id}&chat={chat.Id}" }.Uri,
        () => Usage.Of(child.Id));
}
