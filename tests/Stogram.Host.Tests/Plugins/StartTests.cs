using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What does not start says at which stage and why, and nothing else suffers.</summary>
public sealed class StartTests(StartTests.Place place) : PluginScene(place), IClassFixture<StartTests.Place>
{
    [Theory]
    [InlineData("bad-configure", "Binding: TroubleException: bad-configure, as its name says")]
    [InlineData("bad-start", "Starting: StartAsync: TroubleException: bad-start, as its name says")]
    public Task A_hook_that_throws_fails_the_start(string id, string reason) => Fails(id, reason);

    [Fact]
    public Task A_contract_it_was_not_built_for_fails_the_start() =>
        Fails("newer", "Loading: contract: it was built for ^1.9, this server has 0.1.0.");

    [Fact]
    public async Task A_migration_that_fails_is_undone_and_named()
    {
        await Fails("halfway", "Migrating: 0002_half.sql: column \"nonsense\" does not exist (42703)");

        Assert.Equal(true, await _server.Query("select to_regclass('plugin_halfway.half') is null and to_regclass('plugin_halfway.diary') is not null"));
    }

    [Fact]
    public Task Its_schema_is_its_own_and_the_cores_is_closed_to_it() =>
        Fails("nosy", "Migrating: 0002_nosy.sql: permission denied for schema core (42501)");

    [Theory]
    [InlineData("endpoints", "An endpoint is not declared. Add to plugin.json: \"contributes\": { \"endpoints\": true }")]
    [InlineData("interceptors", "The interceptor Trip is not declared. Add to plugin.json: \"interceptors\": [{ \"name\": \"Trip\" }]")]
    [InlineData("commands", "The command troubled:undeclared is not declared. Add to plugin.json: \"commands\": [\"troubled:undeclared\"]")]
    [InlineData("handles", "A handler of MessagePosted is not declared. Add to plugin.json: \"handles\": [\"MessagePosted\"]")]
    [InlineData("settings", "The class of its settings is not declared. Add to plugin.json: \"contributes\": { \"settings\": \"settings.schema.json\" }")]
    public Task What_is_not_declared_cannot_be_registered(string contribution, string reason) => Fails($"without-{contribution}", $"Binding: {reason}");

    [Fact]
    public async Task A_package_that_brings_the_contract_is_not_installed() =>
        Assert.DoesNotContain((await _ada.Get("/api/admin/plugins")).Data.AsArray(), one => one!["id"]!.GetValue<string>() == "fat");

    private async Task Fails(string id, string reason)
    {
        var switched = await _ada.Switch(id, true);

        Assert.Equal("FAILED", switched["state"]!.GetValue<string>());
        Assert.StartsWith(reason, switched["reason"]!.GetValue<string>());
        Assert.True((await _ada.Send(_atrium, "chats go on")).IsSuccess);
        Assert.Equal("PLUGIN_DISABLED", (await _ada.Get($"/api/{id}/none")).Code);
    }

    public sealed class Place() : PluginServer
    {
        protected override void Pack(PluginFolder plugins)
        {
            plugins.AddTroubled("bad-configure");
            plugins.AddTroubled("bad-start");
            Change("newer", json => json["contract"] = "^1.9");
            File.WriteAllText(Migration("halfway", "0002_half.sql"), "create table half (id int); select nonsense;");
            File.WriteAllText(Migration("nosy", "0002_nosy.sql"), "create table loot as select * from core.users;");
            foreach (var contribution in new[] { "endpoints", "interceptors", "commands", "handles", "settings" })
            {
                Change($"without-{contribution}", json => json["contributes"]!.AsObject().Remove(contribution));
            }

            File.Copy(typeof(Stogram.Plugins.IPlugin).Assembly.Location, Path.Combine(plugins.AddTroubled("fat"), "Stogram.Plugins.dll"));

            string Migration(string id, string name) => Path.Combine(plugins.AddTroubled(id), "migrations", name);
            void Change(string id, Action<JsonNode> change) => plugins.Add("troubled", id, json =>
            {
                json["contributes"]!["commands"] = new JsonArray($"{id}:do");
                change(json);
            });
        }
    }
}
