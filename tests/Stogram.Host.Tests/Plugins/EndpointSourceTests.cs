using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Host.Plugins.Endpoints;

namespace Stogram.Host.Tests.Plugins;

public sealed class EndpointSourceTests
{
    [Fact]
    public async Task Whoever_replaces_the_routes_finds_them_there_whatever_else_goes_on()
    {
        var source = new PluginEndpointSource();
        using var router = new CompositeEndpointDataSource([source]);
        _ = router.Endpoints;
        using var enough = new CancellationTokenSource();
        // As the router does it: slow to take in a change, so that another can fall into it.
        using var slow = Microsoft.Extensions.Primitives.ChangeToken.OnChange(router.GetChangeToken, () => Thread.Sleep(1));
        var refreshing = Task.Run(() =>
        {
            while (!enough.IsCancellationRequested)
            {
                source.Refresh();
            }
        });

        for (var i = 0; i < 300; i++)
        {
            var route = new Endpoint(_ => Task.CompletedTask, null, $"{i}");
            source.Replace([route]);

            Assert.Same(route, Assert.Single(router.Endpoints));
        }

        await enough.CancelAsync();
        await refreshing;
    }

    [Fact]
    public async Task Once_it_is_closed_nobody_hears_of_changes_and_what_is_under_way_has_ended()
    {
        var source = new PluginEndpointSource();
        var (told, ended) = (0, false);
        using var began = new ManualResetEventSlim();
        using var hears = Microsoft.Extensions.Primitives.ChangeToken.OnChange(source.GetChangeToken, () =>
        {
            told++;
            began.Set();
            Thread.Sleep(50);
            ended = true;
        });
        var refreshing = Task.Run(source.Refresh);
        began.Wait();

        source.Close();

        Assert.True(ended);
        source.Refresh();
        source.Replace([]);
        await refreshing;
        Assert.Equal(1, told);
    }
}
