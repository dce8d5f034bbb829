using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Routes come and go while others are used: those that stay never miss a request.</summary>
[Collection(AloneCollection.Name)]
public sealed class StormTests
{
    [Fact]
    public async Task Swapping_one_plugins_routes_never_disturbs_anothers()
    {
        using var plugins = PluginFolder.With("probe", "troubled");
        await using var server = await TestServer.Start(plugins.Path);
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        await ada.On("probe");
        await using var traffic = new Traffic();
        for (var client = 0; client < 4; client++)
        {
            traffic.Ask(bo, "/api/probe/hello");
        }

        for (var swap = 0; swap < 25; swap++)
        {
            await ada.On("troubled");
            await ada.Switch("troubled", false);
        }

        await traffic.Stop();
        Assert.Equal(["200 "], traffic.PluginAnswers.Keys);
        Assert.True(traffic.PluginAnswers["200 "] > 100, "Hardly anybody asked.");
    }

    [Fact]
    public async Task A_switch_leaves_the_cores_own_routes_as_they_are()
    {
        using var plugins = PluginFolder.With("probe");
        await using var server = await TestServer.Start(plugins.Path);
        using var ada = await server.SignUp("ada");
        var routes = server.Services.GetRequiredService<EndpointDataSource>();
        Endpoint[] Core() =>
            [.. routes.Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText!.StartsWith("/api/chats"))];

        var before = Core();
        await ada.On("probe");
        await ada.Switch("probe", false);

        Assert.NotEmpty(before);
        Assert.True(before.SequenceEqual(Core(), ReferenceEqualityComparer.Instance), "The routes of the core were built anew.");
    }
}
