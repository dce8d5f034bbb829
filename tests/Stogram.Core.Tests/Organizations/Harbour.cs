namespace Stogram.Core.Tests.Organizations;

/// <summary>A server with two organizations: Ada's, of its operator, and the harbour, which has a host name and Bo as owner.</summary>
public sealed class Harbour : IAsyncLifetime
{
    public const string Host = "harbour.example.org";

    public TestServer Server { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public TestPerson Bo { get; private set; } = null!;

    public Guid Id { get; private set; }

    public string Path => $"/api/operator/organizations/{Id}";

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start();
        Ada = await Server.SignUp("ada");
        Id = await Organization("harbour", "Harbour");
        await Ada.Patch(Path, new { hosts = new[] { Host } });
        Bo = await Server.SignUp("bo", "harbour");
    }

    public async Task<Guid> Organization(string slug, string name) =>
        (Guid)(await Ada.Post("/api/operator/organizations", new { slug, name })).Data["id"]!;

    /// <summary>Somebody's browser that came to the server by this name.</summary>
    public HttpClient By(string host, TestPerson? person = null)
    {
        var http = Server.Anonymous();
        http.DefaultRequestHeaders.Host = host;
        http.DefaultRequestHeaders.Authorization = person?.Http.DefaultRequestHeaders.Authorization;
        return http;
    }

    public Task DisposeAsync() => Server.DisposeAsync().AsTask();
}
