using System.Text.Json;
using System.Text.Json.Nodes;
using Stogram.Testing;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Web;

/// <summary>docs/openapi.json is what the server serves; the web client's types are made from it.</summary>
public sealed class OpenApiTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_document_in_the_repository_is_the_one_that_is_served()
    {
        using var http = _server.Anonymous();
        var served = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!.ToJsonString(Readable) + "\n";
        var path = Repository.Path("docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("STOGRAM_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, served);
        }

        Assert.True(
            served == await File.ReadAllTextAsync(path),
            "docs/openapi.json is not what the server serves: run this test with STOGRAM_ACCEPT=1, look at the change, commit it.");
    }

    [Fact]
    public async Task Every_route_says_what_it_is_for_and_who_may_call_it()
    {
        using var http = _server.Anonymous();
        var document = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!;
        string[] open =
        [
            "/api/auth/policy", "/api/auth/register", "/api/auth/login", "/api/auth/refresh", "/api/auth/password/forgot",
            "/api/auth/password/reset", "/api/auth/email/verify", "/api/files/{id}",
            "/api/auth/passkeys/login", "/api/auth/passkeys/login/options",
        ];

        Assert.StartsWith("3.1", (string?)document["openapi"]);
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                Assert.False(string.IsNullOrEmpty((string?)operation!["summary"]), $"{method} {path} has no summary.");
                // What a server speaks is for everybody to ask.
                var isOpen = method == "options" || open.Contains(path);
                Assert.True(isOpen != (operation["security"] is not null), $"{method} {path}: {operation["security"]}");
            }
        }
    }
}
