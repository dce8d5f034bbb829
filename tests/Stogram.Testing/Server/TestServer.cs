using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Stogram.Core.Chats;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Messages;
using Stogram.Core.Outside;
using Stogram.Core.Storage;
using Stogram.Host;
using Stogram.Host.Limits;
using Stogram.Host.Plugins.Authoring;
using Stogram.Host.Realtime.Redis;
using Stogram.Host.Startup;
using Stogram.Host.Web;
using Stogram.Testing.Postgres;

namespace Stogram.Testing.Server;

/// <summary>The real host on Kestrel and on a database of its own, in this process.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly DirectoryInfo _data;
    private readonly string _plugins;
    private readonly DatabaseLine? _line;
    private readonly string? _redis;
    private readonly LimitSettings _limits;
    private readonly List<TestServer> _others = [];
    private WebApplication _app;
    private TestServer? _first;

    private TestServer(
        TestDatabase database, DirectoryInfo data, string plugins, DatabaseLine? line, string? redis, LimitSettings limits, WebApplication app) =>
        (_database, _data, _plugins, _line, _redis, _limits, _app) = (database, data, plugins, line, redis, limits, app);

    public Uri Url => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public string DataFolder => _data.FullName;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>The wire to its database, if it was started with one.</summary>
    public DatabaseLine Line => _line!;

    /// <param name="plugins">Folder with the packages to bundle; none where nothing is said.</param>
    /// <param name="time">The clock on its wall.</param>
    /// <param name="throughLine">Reach the database through a <see cref="Line"/> that can be cut.</param>
    /// <param name="redis">Carries events to other nodes.</param>
    /// <param name="bucket">Takes its files.</param>
    /// <param name="mail">Takes the letters it sends; without one it sends none.</param>
    /// <param name="limits">Rate limits as wide as by default times this; none where nothing is said.</param>
    /// <param name="outside">How far it goes for others; where nothing is said it finds nobody.</param>
    /// <param name="chats">How many people a chat holds, and <paramref name="messages"/> how much of what; as by default where nothing is said.</param>
    /// <param name="writing">Folder of a plugin that is built and taken over whenever it is saved; <paramref name="say"/> hears how that goes.</param>
    /// <param name="publishers">What is set of whose packages are trusted: <c>Publishers:NAME</c>, <c>RequireSignature</c>.</param>
    /// <param name="proxies">Networks whose X-Forwarded-For it believes.</param>
    public static async Task<TestServer> Start(
        string plugins = "", TimeProvider? time = null, bool throughLine = false, string? redis = null, MailSink? mail = null,
        BucketOptions? bucket = null, double? limits = null, OutsideOptions? outside = null, ChatLimits? chats = null, MessageLimits? messages = null,
        string? writing = null, Action<string>? say = null, Dictionary<string, string?>? publishers = null, params string[] proxies)
    {
        var rates = limits is { } factor ? new LimitSettings(true, factor) : LimitSettings.Off;
        var database = await TestDatabase.Create(SchemaName(), Migrate);
        var data = Directory.CreateTempSubdirectory("stogram-server-");
        var line = throughLine ? new DatabaseLine(database.ConnectionString) : null;
        var app = await Serve(
            data, line?.ConnectionString ?? database.ConnectionString, plugins, time: time, redis: redis, mail: mail, bucket: bucket,
            limits: rates, outside: outside, chats: chats, messages: messages, writing: writing is null ? null : DevPlugin.In(writing, say ?? (_ => { })),
            publishers: publishers, proxies: proxies);
        return new TestServer(database, data, plugins, line, redis, rates, app);
    }

    /// <summary>A second node on the same database, with the same keys and uploads; it ends with the first, if not before.</summary>
    public async Task<TestServer> AnotherNode(bool throughLine = false)
    {
        var data = Directory.CreateTempSubdirectory("stogram-node-");
        var line = throughLine ? new DatabaseLine(ConnectionString) : null;
        var app = await Serve(data, line?.ConnectionString ?? ConnectionString, _plugins, redis: _redis, first: this, limits: _limits);
        var node = new TestServer(_database, data, _plugins, line, _redis, _limits, app) { _first = this };
        _others.Add(node);
        return node;
    }

    /// <summary>Stops in order and starts again on the same data, at another port; with other publishers, where they are given.</summary>
    public async Task Restart(bool noPlugins = false, Dictionary<string, string?>? publishers = null)
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = await Serve(_data, _database.ConnectionString, _plugins, noPlugins, redis: _redis, limits: _limits, publishers: publishers);
    }

    /// <summary>Signs somebody up and in; the first is the owner and operator.</summary>
    public Task<TestPerson> SignUp(string username, string? organization = null) =>
        TestPerson.SignUp(this, username, organization);

    public Task<TestPerson> SignIn(string username) => TestPerson.SignIn(this, username);

    public HttpClient Anonymous() => new() { BaseAddress = Url };

    public async ValueTask DisposeAsync()
    {
        if (_first is not null)
        {
            _first._others.Remove(this);
            await End();
            return;
        }

        foreach (var other in _others)
        {
            await other.End();
        }

        await End();
        await _database.DisposeAsync();
    }

    private async Task End()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await (_line?.DisposeAsync() ?? default);
        try
        {
            _data.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A last line of the log came in between.
            await Task.Delay(TimeSpan.FromSeconds(1));
            _data.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> Serve(
        DirectoryInfo data,
        string connectionString,
        string plugins = "",
        bool noPlugins = false,
        TimeProvider? time = null,
        string? redis = null,
        TestServer? first = null,
        MailSink? mail = null,
        BucketOptions? bucket = null,
        LimitSettings? limits = null,
        OutsideOptions? outside = null,
        ChatLimits? chats = null,
        MessageLimits? messages = null,
        DevPlugin? writing = null,
        Dictionary<string, string?>? publishers = null,
        string[]? proxies = null)
    {
        var settings = new HostSettings
        {
            Data = new DataFolder(data.FullName),
            Urls = ["http://127.0.0.1:0"],
            ConnectionString = connectionString,
            BundledPlugins = plugins,
            NoPlugins = noPlugins,
            DevPlugin = writing,
            Publishers = PublisherSettings.Read(new ConfigurationBuilder()
                .AddInMemoryCollection((publishers ?? []).Select(pair => KeyValuePair.Create($"Plugins:{pair.Key}", pair.Value)))
                .Build().GetSection("Plugins")),
            Smtp = mail is null ? null : new("127.0.0.1", mail.Port, "stogram@example.org", null, null, Tls: false),
            Redis = Redis(redis),
            Bucket = bucket,
            Chats = chats ?? new(),
            Messages = messages ?? new(),
            Outside = outside ?? new() { LookUp = (_, _) => Task.FromResult<IPAddress[]>([]) },
            RateLimits = limits ?? LimitSettings.Off,
            TrustedProxies = Proxies.Read(proxies ?? []),
            KeysFolder = first is null ? null : Path.Combine(first.DataFolder, "keys"),
            UploadsFolder = first is null ? null : Path.Combine(first.DataFolder, "uploads"),
            Node = new(first is null ? Node.DefaultName : $"{Node.DefaultName}/{first._others.Count + 2}"),
        };
        var app = StogramHost.Build(settings, time ?? TimeProvider.System);
        await StogramHost.Prepare(app, CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    private static RedisSettings? Redis(string? connectionString)
    {
        var settings = RedisSettings.From(connectionString);
        return settings is null ? null : settings with { NodeExpiry = TimeSpan.FromSeconds(3) };
    }

    private static async Task Migrate(string connectionString)
    {
        var data = Directory.CreateTempSubdirectory("stogram-template-");
        await using var app = await Serve(data, connectionString);
        await app.StopAsync();
        data.Delete(recursive: true);
    }

    // Any change of the assembly that holds the migrations makes a new template.
    private static string SchemaName() => typeof(StogramContext).Module.ModuleVersionId.ToString("n");
}
