using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Users;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.State;
using Stogram.Plugins;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Versions come and go while people use them; one that does not start changes nothing.</summary>
[Collection(AloneCollection.Name)]
public sealed class UpgradeTests() : OwnPluginScene(new ProbeServer())
{
    private const string Broken = "select nonsense;";

    [Fact]
    public async Task Ten_upgrades_under_load_lose_no_request()
    {
        await _ada.On("probe");
        await using var traffic = new Traffic();
        traffic.Chat(_bo, _atrium);
        traffic.Ask(_bo, "/api/probe/hello");
        traffic.Ask(_ada, "/api/probe/wait/20");

        for (var minor = 1; minor <= 10; minor++)
        {
            var installed = await _ada.Bring(TestPackages.Zip("probe", $"1.{minor}.0"));
            Assert.Equal($"1.{minor}.0", installed.Data["version"]!.GetValue<string>());
            Assert.Equal($"1.{minor}.0", (await _ada.Plugin("probe"))["version"]!.GetValue<string>());
        }

        await traffic.Stop();
        Assert.Empty(traffic.Refused);
        Assert.Equal(["200 "], traffic.PluginAnswers.Keys);
        Assert.True(traffic.PluginAnswers["200 "] > 20 && traffic.Sent > 20, "Hardly anybody was there.");
        await PluginCalls.Until(
            () => Task.FromResult(_server.Services.GetRequiredService<InstalledPlugins>().Find("probe")!.Left.TrueForAll(one => !one.IsAlive)),
            "the old versions left memory");
    }

    [Fact]
    public async Task What_was_on_its_way_to_the_old_one_comes_to_the_new_one()
    {
        await _ada.On("probe");
        var organizationId = (Guid)(await _server.Query("select id from core.organizations"))!;
        var route = _server.Services.GetRequiredService<PluginEndpointSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(one => one.RoutePattern.RawText == "/api/probe/hello");
        var interceptor = _server.Services.GetRequiredService<Interceptors>().InOrder.Single();

        await _ada.Bring(TestPackages.Zip("probe", "1.1.0"));
        Assert.Equal(200, await Meet(route, organizationId));
        Assert.Null(await interceptor.Ask(
            new()
            {
                OrganizationId = organizationId,
                ChatId = _atrium,
                SenderId = _bo.Id,
                SenderRole = ChatRole.Member,
                MessageId = Guid.NewGuid(),
                Text = "hello",
                Files = [],
            },
            CancellationToken.None));

        await _ada.Switch("probe", false);
        Assert.Equal(404, await Meet(route, organizationId));
    }

    [Fact]
    public async Task The_new_one_gets_the_events_and_the_jobs_and_clients_hear_of_it()
    {
        await _ada.On("probe");
        await _bo.Post("/api/probe/dig", new { how = "once" });
        await _ada.UntilJob("dig", "RUNNING");
        await using var hub = await _bo.Connect();

        await _ada.Bring(TestPackages.Zip("probe", "1.1.0"));

        Assert.Equal("1.1.0", (await hub.Next("plugin:changed"))["version"]!.GetValue<string>());
        await _ada.UntilJob("dig", "RUNNING");
        await _bo.Send(_atrium, "hello");
        Assert.Equal(_atrium, (await hub.Next("probe:seen"))["chatId"]!.GetValue<Guid>());
        Assert.Equal("[1]", (await _bo.Get($"/api/probe/seen/{_atrium}")).Data.ToJsonString());
    }

    [Fact]
    public async Task A_version_that_does_not_start_leaves_the_old_one_running()
    {
        await _ada.On("probe");

        var installed = await _ada.Bring(TestPackages.Zip("probe", "1.1.0", more: zip => zip.Write("migrations/0002_broken.sql", Broken)));

        Assert.Equal(("1.0.0", "1.1.0"), (installed.Data["version"]!.GetValue<string>(), installed.Data["failedVersion"]!.GetValue<string>()));
        Assert.Contains("0002_broken.sql", installed.Data["failedReason"]!.GetValue<string>());
        var view = await _ada.Plugin("probe");
        Assert.Equal(("RUNNING", "1.0.0"), (view["state"]!.GetValue<string>(), view["version"]!.GetValue<string>()));
        Assert.Equal(200, (await _bo.Get("/api/probe/hello")).Status);
    }

    [Fact]
    public async Task A_version_that_does_not_start_after_a_restart_is_left_again()
    {
        await _ada.Bring(TestPackages.Zip("probe", "1.1.0", more: zip => zip.Write("migrations/0002_broken.sql", Broken)));

        await _ada.Switch("probe", true);

        await PluginCalls.Until(
            async () => await _ada.Plugin("probe") is var view && view["state"]!.GetValue<string>() == "RUNNING" && view["version"]!.GetValue<string>() == "1.0.0",
            "the old version runs");
    }

    [Fact]
    public async Task Only_what_is_new_is_asked_for_again()
    {
        var uploaded = await _ada.Upload(TestPackages.Zip("probe", "1.1.0", manifest => manifest["permissions"] = new System.Text.Json.Nodes.JsonArray("chats.read", "realtime.send")));
        Assert.Empty(uploaded.Data["packages"]![0]!["missing"]!.AsArray());
        Assert.True((await _ada.Install("probe", "1.1.0")).IsSuccess);

        uploaded = await _ada.Upload(TestPackages.Zip("probe", "1.2.0"));

        Assert.Equal(
            ["users.read", "messages.read", "messages.write"],
            uploaded.Data["packages"]![0]!["missing"]!.AsArray().Select(one => one!.GetValue<string>()));
        Assert.Equal("VALIDATION_FAILED", (await _ada.Install("probe", "1.2.0", "users.read")).Code);
        Assert.True((await _ada.Install("probe", "1.2.0", "users.read", "messages.read", "messages.write")).IsSuccess);
    }

    [Fact]
    public async Task Back_to_an_older_version_only_if_it_knows_the_tables()
    {
        await _ada.On("probe");
        await _ada.Bring(TestPackages.Zip("probe", "1.1.0"));
        Assert.Equal("1.0.0", (await _ada.Install("probe", "1.0.0")).Data["version"]!.GetValue<string>());
        await _ada.Bring(TestPackages.Zip("probe", "1.2.0", more: zip => zip.Write("migrations/0002_more.sql", "create table more (id int);")));

        var back = await _ada.Install("probe", "1.1.0");

        Assert.Equal("CONFLICT", back.Code);
        Assert.Contains("does not know 0002_more.sql", back.Envelope.ToJsonString());
        Assert.Equal("1.2.0", (await _ada.Plugin("probe"))["version"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_that_must_stop_first_stops_first()
    {
        await _ada.On("probe");

        await _ada.Bring(TestPackages.Zip("probe", "1.1.0", manifest => manifest["upgrade"] = "stop-first"));

        var view = await _ada.Until("probe", "RUNNING");
        Assert.Equal("1.1.0", view["version"]!.GetValue<string>());
        Assert.Equal(200, (await _bo.Get("/api/probe/hello")).Status);
    }

    [Fact]
    public async Task Another_node_follows()
    {
        var there = await _server.AnotherNode();
        await _ada.On("probe");
        using var adaThere = await there.SignIn("ada");
        await adaThere.Until("probe", "RUNNING");

        await _ada.Bring(TestPackages.Zip("probe", "1.1.0"));

        await PluginCalls.Until(async () => (await adaThere.Plugin("probe"))["version"]!.GetValue<string>() == "1.1.0", "the other node has it");
        Assert.Equal(200, (await adaThere.Get("/api/probe/hello")).Status);
        Assert.Equal(2, (await _ada.ServerPlugin("probe"))!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Uninstalled_it_is_gone_and_its_data_kept_until_that_is_deleted_by_name()
    {
        await _ada.Bring(TestPackages.Zip("bystander", "1.0.0", manifest => manifest["id"] = "other"));
        await _ada.On("probe");
        await _bo.Post("/api/probe/dig", new { how = "quick", seconds = 3600 });
        await _ada.UntilJob("dig", "WAITING");

        Assert.True((await _ada.Remove("probe", purge: false)).IsSuccess);

        Assert.Equal(404, (await _bo.Get("/api/probe/hello")).Status);
        Assert.DoesNotContain((await _ada.Get("/api/admin/plugins")).Data.AsArray(), one => one!["id"]!.GetValue<string>() == "probe");
        Assert.Empty((await _ada.Get("/api/admin/jobs")).Data.AsArray());
        Assert.Equal(true, await _server.Query("select count(*) > 0 from plugin_probe.switches"));
        Assert.Equal((null, true), ((await _ada.ServerPlugin("probe"))!["version"]?.GetValue<string>(), (await _ada.ServerPlugin("probe"))!["hasData"]!.GetValue<bool>()));

        Assert.Equal("VALIDATION_FAILED", (await _ada.Remove("probe", purge: true, "prob")).Code);
        Assert.True((await _ada.Remove("probe", purge: true, "probe")).IsSuccess);

        Assert.Equal(true, await _server.Query("select to_regnamespace('plugin_probe') is null and not exists (select from core.organization_plugins where plugin_id = 'probe')"));
        Assert.False((await _ada.ServerPlugin("probe"))!["hasData"]!.GetValue<bool>());
        Assert.True((await _ada.Remove("other", purge: false)).IsSuccess);
        Assert.Null(await _ada.ServerPlugin("other"));

        Assert.True((await _ada.Install("probe", "1.0.0", "realtime.send", "chats.read", "users.read", "messages.read", "messages.write")).IsSuccess);
        await _ada.On("probe");
        Assert.Equal("[]", (await _bo.Get($"/api/probe/seen/{_atrium}")).Data.ToJsonString());
    }

    /// <summary>As a request does that was matched while the route was there, and comes to it later.</summary>
    private async Task<int> Meet(RouteEndpoint route, Guid organizationId)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Get;
        context.Features.Set(new Caller(_bo.Id, organizationId, Guid.Empty, UserRole.Member, IsOperator: false));
        context.SetEndpoint(route);
        await route.RequestDelegate!(context);
        return context.Response.StatusCode;
    }
}
