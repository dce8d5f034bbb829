using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Realtime;
using Stogram.Host.Plugins.Manifests;
using Stogram.Testing;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

public sealed partial class ManifestTests
{
    private const string Sound =
        """
        { "id": "polls", "name": "Polls", "version": "1.2.0", "entry": "Polls.dll", "contract": "^0.1",
          "contributes": { "commands": ["polls:vote"], "events": ["polls:closed"] } }
        """;

    [Fact]
    public void A_sound_manifest_is_read()
    {
        var info = ReadManifest.Parse(Sound);

        Assert.Equal(("polls", "Polls.dll"), (info.Id, info.Entry));
        Assert.Equal(["polls:vote"], info.Contributes.Commands);
        Assert.Empty(info.Contributes.Interceptors);
    }

    [Theory]
    [InlineData("id", "\"Polls\"", "id: Must match")]
    [InlineData("id", "\"../x\"", "id: Must match")]
    [InlineData("id", "\"chats\"", "id: chats belongs to Stogram itself.")]
    [InlineData("id", null, "id: Required.")]
    [InlineData("name", "5", "name: Must be a string.")]
    [InlineData("version", "\"one\"", "version: Must match")]
    [InlineData("entry", "\"../Polls.dll\"", "entry: Must match")]
    [InlineData("contract", "\">1\"", "contract: Must match")]
    [InlineData("permissions", "[\"root\"]", "permissions[0]: Must be one of realtime.send, chats.read,")]
    [InlineData("locales", "{\"russian\":{}}", "locales.russian: Must be a language")]
    [InlineData("locales", "{\"ru\":{\"Polls\":5}}", "locales.ru: Must be a language such as ru or pt-BR, with at most 500 texts")]
    [InlineData("colour", "1", "colour: There is no such field.")]
    [InlineData("contributes", "{\"commands\":[\"other:vote\"]}", "contributes.commands: other:vote must begin with polls: .")]
    [InlineData("contributes", "{\"prefix\":\"message\"}", "contributes.prefix: message belongs to Stogram itself.")]
    [InlineData("contributes", "{\"handles\":[\"Everything\"]}", "contributes.handles[0]: Must be one of")]
    [InlineData("contributes", "{\"jobs\":[{\"name\":\"tidy\",\"cron\":\"now and then\"}]}", "contributes.jobs: the cron of tidy is not five fields")]
    [InlineData("contributes", "{\"jobs\":[{\"name\":\"tidy\"},{\"name\":\"tidy\"}]}", "contributes.jobs: tidy is named twice.")]
    [InlineData("contributes", "{\"provides\":[{\"name\":\"IEverything\"}]}", "contributes.provides[0].name: Must be one of")]
    [InlineData("contributes", "{\"provides\":[{\"name\":\"ISearchIndex\"},{\"name\":\"ISearchIndex\"}]}", "contributes.provides: ISearchIndex is named twice.")]
    [InlineData("contributes", "{\"web\":{\"module\":\"../x.js\"}}", "contributes.web.module: Must match")]
    [InlineData("contributes", "{\"web\":{\"module\":\"web/x.js\",\"slots\":[\"chat.cellar@1\"]}}", "contributes.web.slots: there is no slot chat.cellar@1.")]
    [InlineData("contributes", "{\"web\":{\"module\":\"web/x.js\",\"slots\":[\"message.kind.polls@1\"]}}", "contributes.web.slots: there is no slot message.kind.polls@1.")]
    [InlineData("contributes", "{\"web\":{\"module\":\"web/x.js\",\"transforms\":[\"sideways\"]}}", "contributes.web.transforms[0]: Must be one of outgoing, incoming")]
    public void A_fault_is_named_by_its_field(string field, string? value, string fault)
    {
        var json = JsonNode.Parse(Sound)!.AsObject();
        json.Remove(field);
        if (value is not null)
        {
            json[field] = JsonNode.Parse(value);
        }

        var thrown = Assert.Throws<ManifestException>(() => ReadManifest.Parse(json.ToJsonString()));

        Assert.StartsWith(fault, Assert.Single(thrown.Faults));
    }

    [Theory]
    [InlineData("^0.1", "0.1.0", true)]
    [InlineData("^0.1", "0.1.7", true)]
    [InlineData("^0.1", "0.2.0", false)]
    [InlineData("^0.2", "0.1.0", false)]
    [InlineData("^1.2", "1.9.0", true)]
    [InlineData("^1.2", "1.1.9", false)]
    [InlineData("^1.2", "2.0.0", false)]
    [InlineData("1.2", "1.3.0", false)]
    [InlineData("1.2.3", "1.2.2", false)]
    public void A_contract_range_holds_what_will_not_break(string range, string contract, bool holds) =>
        Assert.Equal(holds, ContractRange.Holds(range, Version.Parse(contract)));

    [Fact]
    public void The_slots_a_manifest_may_name_are_those_that_the_apps_have()
    {
        var types = File.ReadAllText(Repository.Path("client/plugin-api/slots.d.ts"));
        var app = File.ReadAllText(Repository.Path("client/plugin-api/app.d.ts"));

        var declared = SlotLine().Matches(types).Select(match => match.Groups[1].Value);

        Assert.Equal([.. declared.Append("admin.plugin.settings@1").Order()], SlotNames.All.Order());
        Assert.Contains("slot(name: 'admin.plugin.settings@1'", app);
    }

    [Fact]
    public async Task No_plugin_can_take_a_name_of_the_core()
    {
        await using var server = await TestServer.Start();
        var paths = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.Split('/', StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => parts is ["api", var below, ..] ? below : parts.FirstOrDefault("app"))
            .Where(name => !name.StartsWith('{') && name != "app");
        var commands = server.Services.GetRequiredService<Commands>().Names.Select(name => name.Split(':')[0]);

        Assert.DoesNotContain(paths.Concat(commands), name => !ReservedNames.Contains(name));
    }

    [GeneratedRegex(@"^  '([a-z.]+@\d+)':", RegexOptions.Multiline)]
    private static partial Regex SlotLine();
}
