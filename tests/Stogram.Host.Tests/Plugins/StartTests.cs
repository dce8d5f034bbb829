using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What does not start says at which stage and why, and nothing else suffers.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private readonly PluginFolder _plugins = new();
    private TestServer _server = null!;
    private TestPerson _ada = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _plugins.Dispose();
    }

    [Theory]
    [InlineData("bad-configure", "Binding: TroubleException: bad-configure, as its name says")]
    [InlineData("bad-start", "Starting: StartAsync: TroubleException: bad-start, as its name says")]
    public async Task A_hook_that_throws_fails_the_start(string id, string reason)
    {
        _plugins.Add("troubled", id, Rename(id));

        await Fails(id, reason);
    }

    [Fact]
    public async Task A_contract_it_was_not_built_for_fails_the_start()
    {
        _plugins.Add("troubled", "newer", json =>
        {
            Rename("newer")(json);
            json["contract"] = "^1.9";
        });

        await Fails("newer", "Loading: contract: it was built for ^1.9, this server has 0.1.0.");
    }

    [Fact]
    public async Task A_migration_that_fails_is_undone_and_named()
    {
        var folder = _plugins.Add("troubled", "halfway", Rename("halfway"));
        await File.WriteAllTextAsync(Path.Combine(folder, "migrations", "0002_half.sql"), "create table half (id int); select nonsense;");

        await Fails("halfway", "Migrating: 0002_half.sql: column \"nonsense\" does not exist (42703)");

        Assert.Equal(true, await _server.Query("select to_regclass('plugin_halfway.half') is null and to_regclass('plugin_halfway.diary') is not null"));
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_ran_fails_the_start()
    {
        var folder = _plugins.Add("troubled", "edited", Rename("edited"));
        await Start();
        await _ada.On("edited");
        await File.AppendAllTextAsync(Path.Combine(folder, "migrations", "0001_init.sql"), "-- changed");

        await _server.Restart();

        using var ada = await _server.SignIn("ada");
        Assert.Contains("0001_init.sql ran already and was changed", (await ada.Until("edited", "FAILED"))["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_schema_is_its_own_and_the_cores_is_closed_to_it()
    {
        var folder = _plugins.Add("troubled", "nosy", Rename("nosy"));
        await File.WriteAllTextAsync(Path.Combine(folder, "migrations", "0002_nosy.sql"), "create table loot as select * from core.users;");

        await Fails("nosy", "Migrating: 0002_nosy.sql: permission denied for schema core (42501)");
    }

    [Theory]
    [InlineData("endpoints", "An endpoint is not declared. Add to plugin.json: \"contributes\": { \"endpoints\": true }")]
    [InlineData("interceptors", "The interceptor Trip is not declared. Add to plugin.json: \"interceptors\": [{ \"name\": \"Trip\" }]")]
    [InlineData("commands", "The command troubled:undeclared is not declared. Add to plugin.json: \"commands\": [\"troubled:undeclared\"]")]
    [InlineData("handles", "A handler of MessagePosted is not declared. Add to plugin.json: \"handles\": [\"MessagePosted\"]")]
    [InlineData("settings", "The class of its settings is not declared. Add to plugin.json: \"contributes\": { \"settings\": \"settings.schema.json\" }")]
    public async Task What_is_not_declared_cannot_be_registered(string contribution, string reason)
    {
        _plugins.Add("troubled", "silent", json =>
        {
            Rename("silent")(json);
            json["contributes"]!.AsObject().Remove(contribution);
        });

        await Fails("silent", $"Binding: {reason}");
    }

    [Fact]
    public async Task A_package_that_brings_the_contract_is_not_installed()
    {
        var folder = _plugins.Add("troubled", "fat", Rename("fat"));
        File.Copy(typeof(Stogram.Plugins.IPlugin).Assembly.Location, Path.Combine(folder, "Stogram.Plugins.dll"));

        await Start();

        Assert.Empty((await _ada.Get("/api/admin/plugins")).Data.AsArray());
    }

    [Fact]
    public async Task In_safe_mode_nothing_is_loaded_and_after_it_everything_is_on_again()
    {
        _plugins.Add("probe", "probe");
        await Start();
        await _ada.On("probe");

        await _server.Restart(noPlugins: true);
        using (var ada = await _server.SignIn("ada"))
        {
            Assert.Equal("INSTALLED", (await ada.Plugin("probe"))["state"]!.GetValue<string>());
            Assert.Equal("PLUGIN_DISABLED", (await ada.Get("/api/probe/hello")).Code);
        }

        await _server.Restart();
        using var again = await _server.SignIn("ada");
        await again.Until("probe", "RUNNING");
        await PluginCalls.Until(async () => (await again.Get("/api/probe/hello")).Status == 200, "it answers");
    }

    private async Task Fails(string id, string reason)
    {
        await Start();

        var switched = await _ada.Switch(id, true);

        Assert.Equal("FAILED", switched["state"]!.GetValue<string>());
        Assert.StartsWith(reason, switched["reason"]!.GetValue<string>());
        var chat = await _ada.Group("alone");
        Assert.True((await _ada.Send(chat, "chats go on")).IsSuccess);
        Assert.Equal("PLUGIN_DISABLED", (await _ada.Get($"/api/{id}/none")).Code);
        await _ada.Switch(id, false);
    }

    private async Task Start()
    {
        _server = await TestServer.Start(_plugins.Path);
        _ada = await _server.SignUp("ada");
    }

    // Commands bear the plugin's prefix.
    private static Action<JsonNode> Rename(string id) =>
        json => json["contributes"]!["commands"] = new JsonArray($"{id}:do");
}
