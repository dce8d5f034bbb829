using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stogram.Host.Tests.Startup;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>The server is killed in the middle of traffic: what plugins are owed, they still get.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly HostHome _home = new();
    private readonly PluginFolder _plugins = PluginFolder.With("probe");

    [Fact]
    public async Task After_kill_9_events_resume_none_lost_in_order_per_chat()
    {
        await using var first = await Start();
        using var ada = await SignUp();
        var rooms = new[] { await Room(ada, "atrium"), await Room(ada, "annex") };
        Assert.True((await ada.Call(HttpMethod.Put, "/api/admin/plugins/probe", new { enabled = true })).IsSuccess);
        var sending = rooms.Select(room => Task.Run(() => SendUntilItDies(ada, room))).ToArray();
        await Task.Delay(1500);
        await first.Murder();
        var acknowledged = await Task.WhenAll(sending);

        await using var second = await Start();

        foreach (var (room, last) in rooms.Zip(acknowledged))
        {
            Assert.True(last > 10, "Hardly anything was sent.");
            var seen = await Seen(ada, room, last);
            // At least once: a batch may come again from its start. But never a gap, and never a later one first.
            Assert.Equal(seen.Distinct().Order(), Enumerable.Range(1, (int)seen.Max()).Select(seq => (long)seq));
            Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{pair.Second} came after {pair.First}."));
        }
    }

    public void Dispose()
    {
        _plugins.Dispose();
        _home.Dispose();
    }

    private Task<HostProcess> Start() =>
        HostProcess.Start(_home, environment: new() { ["Stogram__Plugins__Bundled"] = _plugins.Path });

    private async Task<HttpClient> SignUp()
    {
        var http = new HttpClient { BaseAddress = new(_home.Url) };
        var answer = await http.Call(HttpMethod.Post, "/api/auth/register", new { email = "ada@example.org", username = "ada", password = TestPerson.Password });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.Data["accessToken"]!.GetValue<string>());
        return http;
    }

    private static async Task<Guid> Room(HttpClient ada, string name) =>
        (await ada.Call(HttpMethod.Post, "/api/chats", new { type = "GROUP", name, memberIds = Array.Empty<Guid>() })).Data["id"]!.GetValue<Guid>();

    private static async Task<long> SendUntilItDies(HttpClient ada, Guid room)
    {
        for (var last = 0L; ;)
        {
            try
            {
                using var answer = await ada.PostAsJsonAsync("/api/messages", new { id = Guid.CreateVersion7(), chatId = room, content = "hello" });
                last = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]!["seq"]!.GetValue<long>();
            }
            catch (HttpRequestException)
            {
                return last;
            }
        }
    }

    private static async Task<long[]> Seen(HttpClient ada, Guid room, long last)
    {
        long[] seen = [];
        await PluginCalls.Until(
            async () =>
            {
                var answer = await ada.Call(HttpMethod.Get, $"/api/probe/seen/{room}");
                seen = answer.IsSuccess ? [.. answer.Data.AsArray().Select(seq => seq!.GetValue<long>())] : [];
                return seen.Contains(last);
            },
            $"message {last} was seen");
        return seen;
    }
}
