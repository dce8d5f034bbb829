using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.State;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Switched on and off while people chat: nobody notices, and the code really leaves memory.</summary>
[Collection(AloneCollection.Name)]
public sealed class LeakTests() : OwnPluginScene(new ProbeServer())
{
    private const int Rounds = 20;

    private static readonly HashSet<string> Allowed =
        ["200 ", "404 PLUGIN_DISABLED", "503 UNAVAILABLE Retry-After"];

    [Fact]
    public async Task After_twenty_rounds_under_traffic_nothing_of_it_is_left()
    {
        var heap = new Dictionary<int, long>();
        var chats = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            var room = await _ada.Group($"room {round}", _bo);
            {
                await using var traffic = new Traffic();
                traffic.Chat(_bo, _atrium);
                traffic.Ask(_bo, "/api/probe/hello");
                traffic.Ask(_ada, "/api/probe/wait/20");
                await _ada.On("probe");
                await UseEverything(room);
                await _ada.Switch("probe", false);
                await Task.Delay(50);
                await traffic.Stop();
                Assert.Empty(traffic.Refused);
                Assert.Empty(traffic.PluginAnswers.Keys.Except(Allowed));
                chats += traffic.Sent;
            }

            await _ada.Until("probe", "UNLOADED");
            heap[round] = GC.GetTotalMemory(forceFullCollection: true);
        }

        Assert.True(chats > Rounds, "Nobody chatted.");
        Assert.All(Left(), one => Assert.False(one.IsAlive));
        Assert.True(heap[Rounds] <= heap[5] * 1.05, $"The heap grew: {string.Join(", ", heap.Values)}.");
    }

    private async Task UseEverything(Guid room)
    {
        await using var hub = await _bo.Connect();
        await _ada.Put("/api/admin/plugins/probe/settings", new { greeting = "hi" });
        Assert.Equal("hi", (await _bo.Get("/api/probe/hello")).Data["greeting"]!.GetValue<string>());
        Assert.True((await _bo.Post("/api/probe/echo", new { text = "a" })).IsSuccess);
        Assert.True((await _bo.Get($"/api/probe/role/{room}")).IsSuccess);
        Assert.Equal(500, (await _bo.Get("/api/probe/throw")).Status);
        Assert.True((await hub.Dispatch("probe:ping", new { text = "a" })).IsSuccess);
        Assert.True((await _bo.Post("/api/probe/dig", new { how = "quick" })).IsSuccess);
        await _ada.UntilJob("dig", "DONE");
        Assert.Equal("LOUD", (await hub.Send(room, "shout loud")).Data["content"]!.GetValue<string>());
        Assert.Equal("REJECTED", (await _bo.Send(room, "whisper this")).Code);
        while ((await hub.Next("probe:seen"))["chatId"]!.GetValue<Guid>() != room)
        {
            // Of the traffic in the other chat.
        }

        Assert.Equal("[1]", (await _bo.Get($"/api/probe/seen/{room}")).Data.ToJsonString());
    }

    private IEnumerable<WeakReference> Left() =>
        _server.Services.GetRequiredService<InstalledPlugins>().Find("probe")!.Left;
}
