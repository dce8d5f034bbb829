using Stogram.Host.Tests.Plugins;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Limits;

public sealed class PluginLimitTests
{
    [Fact]
    public async Task A_flood_of_commands_is_refused_to_whoever_sends_it()
    {
        using var plugins = PluginFolder.With("probe");
        await using var server = await TestServer.Start(plugins.Path, limits: 0.1);
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        await ada.On("probe");
        await using var flooding = await ada.Connect();
        await using var calm = await bo.Connect();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => flooding.Dispatch("probe:ping", new { text = "a" })));

        Assert.Contains(answers, answer => answer.IsSuccess);
        Assert.Contains(answers, answer => answer.Code == "RATE_LIMITED");
        Assert.True((await calm.Dispatch("probe:ping", new { text = "a" })).IsSuccess);
    }

    [Fact]
    public async Task A_plugin_that_is_asked_too_often_is_shut_to_that_person_and_to_nobody_else()
    {
        using var plugins = PluginFolder.With("probe");
        await using var server = await TestServer.Start(plugins.Path, limits: 0.1);
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        await ada.On("probe");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ada.Get("/api/probe/hello")));
        var refused = answers.First(answer => answer.Status == 429);
        var own = await ada.Get("/api/auth/me");
        var others = await bo.Get("/api/probe/hello");

        Assert.Equal("RATE_LIMITED", refused.Code);
        Assert.InRange((int)refused.Details!["retryAfter"]!, 1, 60);
        Assert.True(own.IsSuccess);
        Assert.True(others.IsSuccess);
    }
}
