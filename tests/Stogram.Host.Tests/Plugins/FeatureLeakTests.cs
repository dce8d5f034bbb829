using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Each contribution by itself: whoever breaks one learns which.</summary>
[Collection(AloneCollection.Name)]
public sealed class FeatureLeakTests(ProbeServer place) : PluginScene(place), IClassFixture<ProbeServer>
{
    [Theory]
    [InlineData("nothing")]
    [InlineData("endpoint")]
    [InlineData("body")]
    [InlineData("exception")]
    [InlineData("chats")]
    [InlineData("users")]
    [InlineData("messages")]
    [InlineData("views")]
    [InlineData("entities")]
    [InlineData("role")]
    [InlineData("settings")]
    [InlineData("interceptor")]
    [InlineData("command")]
    [InlineData("event")]
    [InlineData("job")]
    public async Task It_leaves_memory_after(string use)
    {
        await _ada.On("probe");
        await Use(use);
        await _ada.Switch("probe", false);

        await _ada.Until("probe", "UNLOADED");
    }

    private async Task Use(string what)
    {
        await using var hub = await _ada.Connect();
        switch (what)
        {
            case "endpoint":
                await _ada.Get("/api/probe/wait/1");
                break;
            case "body":
                await _ada.Post("/api/probe/echo", new { text = "a" });
                break;
            case "exception":
                await _ada.Get("/api/probe/throw");
                break;
            case "chats":
                await _ada.Get($"/api/probe/role/{_atrium}");
                break;
            case "users":
                await _ada.Get($"/api/probe/reach/{_ada.Id}");
                break;
            case "messages":
                var said = (await _ada.Post($"/api/probe/say/{_atrium}", new { text = "a" })).Data.GetValue<string>();
                await _ada.Post($"/api/probe/revise/{_atrium}/{said}", new { text = "[1]" });
                await _ada.Get($"/api/probe/read/{_atrium}");
                break;
            case "views":
                await _ada.Get($"/api/probe/readers/{_atrium}");
                break;
            case "entities":
                var counted = await _ada.Post($"/api/probe/diary/{_atrium}");
                Assert.Equal("[2,0]", counted.Data.ToJsonString());
                break;
            case "role":
                await _ada.Send(_atrium, "a cat");
                await _ada.Get("/api/probe/find/cat");
                await _ada.Get("/api/probe/find/break");
                break;
            case "settings":
                await _ada.Put("/api/admin/plugins/probe/settings", new { greeting = "hi" });
                await _ada.Get("/api/probe/hello");
                await _ada.Put($"/api/chats/{_atrium}/plugins/probe/settings", new { greeting = "hi" });
                await _ada.Get($"/api/probe/greeting/{_atrium}");
                break;
            case "interceptor":
                await _ada.Send(_atrium, "shout a");
                break;
            case "command":
                await hub.Dispatch("probe:ping", new { text = "a" });
                break;
            case "job":
                await _ada.Post("/api/probe/dig", new { how = "quick" });
                await _ada.UntilJob("dig", "DONE");
                await _ada.Post("/api/probe/dig", new { how = "quick", name = "sweep", forServer = true });
                await _ada.UntilJob("sweep", "DONE");
                break;
            case "event":
                await _ada.Send(_atrium, "a");
                await hub.Next("probe:seen");
                break;
        }
    }
}
