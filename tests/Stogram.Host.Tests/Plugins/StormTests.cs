using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Routes come and go while others are used: those that stay never miss a request.</summary>
[Collection(AloneCollection.Name)]
public sealed class StormTests(StormTests.Place place) : PluginScene(place), IClassFixture<StormTests.Place>
{
    [Fact]
    public async Task Swapping_one_plugins_routes_never_disturbs_anothers()
    {
        await _ada.On("probe");
        await using var traffic = new Traffic();
        for (var client = 0; client < 4; client++)
        {
            traffic.Ask(_bo, "/api/probe/hello");
        }

        for (var swap = 0; swap < 25; swap++)
        {
            await _ada.On("troubled");
            await _ada.Switch("troubled", false);
        }

        await traffic.Stop();
        Assert.Equal(["200 "], traffic.PluginAnswers.Keys);
        Assert.True(traffic.PluginAnswers["200 "] > 100, "Hardly anybody asked.");
    }

    [Fact]
    public async Task A_switch_leaves_the_cores_own_routes_as_they_are()
    {
        var routes = _server.Services.GetRequiredService<EndpointDataSource>();
        Endpoint[] Core() =>
            [.. routes.Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText!.StartsWith("/api/chats"))];

        var before = Core();
        await _ada.On("probe");
        await _ada.Switch("probe", false);

        Assert.NotEmpty(before);
        Assert.True(before.SequenceEqual(Core(), ReferenceEqualityComparer.Instance), "The routes of the core were built anew.");
    }

    public sealed class Place() : PluginServer("probe", "troubled");
}
