using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Stogram.Core;
using Stogram.Core.Sessions;
using Stogram.Load.People;

namespace Stogram.Load.Servers;

/// <summary>The product as people run it: its Release build, on an embedded cluster that waits for the disk.</summary>
internal sealed class StogramServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly Child child;
    private readonly AccessTokens tokens;

    private StogramServer(string folder, Child child)
    {
        (this.folder, this.child) = (folder, child);
        Url = new Uri(child.Ready);
        Database = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder
        {
            Host = Path.Combine(Data(folder), "run"),
            Username = "stogram",
            Password = File.ReadAllText(Path.Combine(Data(folder), "postgres.password")),
            Database = "stogram",
            CommandTimeout = 600,
        }.ConnectionString).Build();
        // Signing in hashes a password, on purpose slowly: thousands of people get their tokens from the server's key.
        var key = File.ReadAllBytes(Path.Combine(Data(folder), "keys", "signing.key"));
        tokens = new(new(new() { SigningKey = key, UploadsFolder = "" }), TimeProvider.System);
    }

    public Uri Url { get; }

    public NpgsqlDataSource Database { get; }

    public Venue Venue => new("stogram", (person, _) => Hub(person), Usage);

    public static async Task<StogramServer> Start(string program, IEnumerable<string> options, CancellationToken cancellation, string plugins = "test-plugins")
    {
        var folder = Directory.CreateTempSubdirectory("stogram-bench-").FullName;
        // PostgreSQL's user must pass through when root runs this.
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        var environment = new Dictionary<string, string>
        {
            ["Stogram__RateLimits__Enabled"] = "false",
            ["Stogram__Plugins__Bundled"] = Repository.Path("artifacts", plugins),
        };
        string[] command = ["dotnet", program, "--data", Data(folder), "--urls", "http://127.0.0.1:0", .. options];
        return new(folder, await Child.Start(command, "Stogram is ready at ", environment, cancellation));
    }

    /// <summary>Bytes of objects that it keeps.</summary>
    public long Reachable() => Heap.Reachable(child.Id);

    public Usage Usage() => Servers.Usage.Of(child.Id, Postmaster);

    public HttpClient Http(Person person) => new()
    {
        BaseAddress = Url,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token(person)) },
    };

    /// <summary>The first account: owner of the one organization, who may switch plugins.</summary>
    public async Task<HttpClient> SignUpOwner(CancellationToken cancellation)
    {
        var http = new HttpClient { BaseAddress = Url };
        var answer = await http.PostAsJsonAsync(
            "/api/auth/register",
            new { email = "ada@example.org", username = "ada", password = "correct horse battery" }, cancellation);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellation);
        var token = body!["data"]!["accessToken"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await child.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private int Postmaster => int.Parse(
        File.ReadLines(Path.Combine(Data(folder), "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static string Data(string folder) => Path.Combine(folder, "data");

    private Uri Hub(Person person) =>
        new UriBuilder(Url) { Scheme = "ws", Path = "/hub", Query = $"access_token={Token(person)}" }.Uri;

    private string Token(Person person) =>
        tokens.Issue(new Session { Id = person.SessionId, UserId = person.Id, Device = "bench" });
}
