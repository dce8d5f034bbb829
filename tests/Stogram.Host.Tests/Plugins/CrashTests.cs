using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stogram.Host.Tests.Startup;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>The server is killed in the middle of traffic: what plugins are owed, they still get.</summary>
public sealed class CrashTests : IDisposable
{
    private const string Slow = "select pg_sleep(2)";

    private readonly HostHome _home = new();
    private readonly PluginFolder _plugins = PluginFolder.With("probe");

    [Fact]
    public async Task After_kill_9_events_resume_none_lost_in_order_per_chat()
    {
        await using var first = await Start();
        using var ada = await SignUp();
        var rooms = new[] { await Room(ada, "atrium"), await Room(ada, "annex") };
        Assert.True((await ada.Call(HttpMethod.Put, "/api/admin/plugins/probe", new { enabled = true })).IsSuccess);
        var enough = rooms.Select(_ => new TaskCompletionSource()).ToArray();
        var sending = rooms.Zip(enough, (room, sent) => Task.Run(() => SendUntilItDies(ada, room, sent))).ToArray();
        await Task.WhenAll(enough.Select(sent => sent.Task)).WaitAsync(TimeSpan.FromMinutes(1));
        await first.Murder();
        var acknowledged = await Task.WhenAll(sending);

        await using var second = await Start();

        foreach (var (room, last) in rooms.Zip(acknowledged))
        {
            var seen = await Seen(ada, room, last);
            // At least once: a batch may come again from its start. But never a gap, and never a later one first.
            Assert.Equal(seen.Distinct().Order(), Enumerable.Range(1, (int)seen.Max()).Select(seq => (long)seq));
            Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{pair.Second} came after {pair.First}."));
        }
    }

    [Fact]
    public async Task After_kill_9_a_job_that_ran_is_done_once_more_and_only_once()
    {
        await using var first = await Start();
        using var ada = await SignUp();
        Assert.True((await ada.Call(HttpMethod.Put, "/api/admin/plugins/probe", new { enabled = true })).IsSuccess);
        Assert.True((await ada.Call(HttpMethod.Post, "/api/probe/dig", new { how = "once" })).IsSuccess);
        await PluginCalls.Until(async () => (await Job(ada))["state"]!.GetValue<string>() == "RUNNING", "it runs");
        await first.Murder();

        await using var second = await Start();

        await PluginCalls.Until(async () => (await Job(ada))["state"]!.GetValue<string>() == "DONE", "it is done");
        Assert.Equal(2, (await Job(ada))["attempt"]!.GetValue<int>());
    }

    [Fact]
    public async Task Killed_between_two_states_it_comes_to_what_is_wanted_by_itself()
    {
        await File.WriteAllTextAsync(Path.Combine(_plugins.AddTroubled("slowly"), "migrations", "0002_slow.sql"), Slow);
        _plugins.AddTroubled("deaf-stop");
        await using var first = await Start();
        using var ada = await SignUp();

        await Switch(ada, "probe", true);
        await Switch(ada, "probe", false);
        await KilledWhile(first, Switch(ada, "slowly", true), async () => await State(ada, "slowly") == "MIGRATING", "it migrates");

        await using var second = await Start();
        await Until(ada, "slowly", "RUNNING");
        Assert.Equal(2L, await Migrated());
        Assert.Equal(("INSTALLED", "PLUGIN_DISABLED"), (await State(ada, "probe"), (await ada.Call(HttpMethod.Get, "/api/probe/hello")).Code));
        await Switch(ada, "probe", true);
        var inside = ada.Call(HttpMethod.Get, "/api/probe/wait/20000");
        await KilledWhile(second, Switch(ada, "probe", false), async () => await State(ada, "probe") == "DRAINING", "it lets people end");
        await Assert.ThrowsAnyAsync<Exception>(() => inside);

        await using var third = await Start();
        await PluginCalls.Until(async () => await Told() == "on,off,on,off", "it was told that it is off");
        await Until(ada, "probe", "UNLOADED");
        await Until(ada, "slowly", "RUNNING");
        await Switch(ada, "deaf-stop", true);
        await KilledWhile(third, Switch(ada, "deaf-stop", false), async () => await State(ada, "deaf-stop") == "STOPPING", "it stops");

        // As it would be left in the middle of unpacking.
        var half = Directory.CreateDirectory(Path.Combine(_home.Data, "plugins", "slowly", "1.1.0.0a1b2c3d.new"));
        await using var fourth = await Start();
        Assert.False(Directory.Exists(half.FullName));
        await Until(ada, "slowly", "RUNNING");
        await KilledWhile(fourth, Upgrade(ada), IsMigrating, "the newer version migrates");

        await using var fifth = await Start();
        await Until(ada, "slowly", "RUNNING");
        Assert.Equal(3L, await Migrated());
        Assert.Equal("INSTALLED", await State(ada, "deaf-stop"));
        var nodes = (await ada.Call(HttpMethod.Get, "/api/operator/plugins")).Data.AsArray().SelectMany(one => one!["nodes"]!.AsArray()).ToArray();
        Assert.Equal("1.1.0", Assert.Single(nodes)!["version"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_plugin_that_ends_the_server_twice_while_it_starts_is_left_out()
    {
        Rename("bad-kill");
        await using (var first = await Start())
        {
            using var ada = await SignUp();
            await Assert.ThrowsAsync<HttpRequestException>(() => ada.Call(HttpMethod.Put, "/api/admin/plugins/bad-kill", new { enabled = true }));
            await first.Exited();
        }

        await using (var second = HostProcess.Launch(_home, environment: new(Bundled) { ["TROUBLE"] = "overflow" }))
        {
            await second.Exited();
            Assert.Contains(second.Lines, line => line.Contains("Stack overflow"));
        }

        await using var third = await Start();
        using var again = await SignIn();
        Assert.Contains("ended 2 times in a row while it was starting", await Reason(again, "bad-kill"));
    }

    [Fact]
    public async Task A_plugin_whose_thread_ends_the_server_is_left_out_at_once()
    {
        Rename("thready");
        await using (var first = await Start())
        {
            using var ada = await SignUp();
            Assert.True((await ada.Call(HttpMethod.Put, "/api/admin/plugins/thready", new { enabled = true })).IsSuccess);
            await Assert.ThrowsAsync<HttpRequestException>(() => ada.Call(HttpMethod.Get, "/api/thready/thread"));
            await first.Exited();
        }

        await using var second = await Start();
        using var again = await SignIn();
        Assert.Contains("It ended the server: TroubleException: thrown where nobody catches", await Reason(again, "thready"));
    }

    private static async Task<Answer> Upgrade(HttpClient ada)
    {
        var zip = TestPackages.Zip(
            "troubled", "1.1.0",
            manifest => (manifest["id"], manifest["contributes"]!["commands"]) = ("slowly", new JsonArray("slowly:do")),
            zip =>
            {
                zip.Write("migrations/0002_slow.sql", Slow);
                zip.Write("migrations/0003_slow.sql", Slow);
            });
        using var content = new ByteArrayContent(zip) { Headers = { ContentType = new("application/zip") } };
        using var uploaded = await ada.PostAsync("/api/operator/plugins", content);
        Assert.True(uploaded.IsSuccessStatusCode);
        return await ada.Call(
            HttpMethod.Put, "/api/operator/plugins/slowly", new { version = "1.1.0", permissions = Array.Empty<string>(), password = TestPerson.Password });
    }

    private static async Task KilledWhile(HostProcess server, Task<Answer> switching, Func<Task<bool>> holds, string what)
    {
        await PluginCalls.Until(holds, what);
        await server.Murder();
        await Assert.ThrowsAnyAsync<Exception>(() => switching);
    }

    private static Task<Answer> Switch(HttpClient ada, string id, bool enabled) =>
        ada.Call(HttpMethod.Put, $"/api/admin/plugins/{id}", new { enabled });

    private static async Task<string> State(HttpClient ada, string id) =>
        (await ada.Call(HttpMethod.Get, "/api/admin/plugins")).Data.AsArray().Single(one => one!["id"]!.GetValue<string>() == id)!["state"]!.GetValue<string>();

    private static Task Until(HttpClient ada, string id, string state) =>
        PluginCalls.Until(async () => await State(ada, id) == state, $"{id} is {state}");

    private Task<object?> Migrated() => _home.Query("select count(*) from core.plugin_migrations where plugin_id = 'slowly'");

    private async Task<string?> Told() => (string?)await _home.Query("select string_agg(what, ',' order by id) from plugin_probe.switches");

    private async Task<bool> IsMigrating() =>
        (bool)(await _home.Query($"select exists (select from pg_stat_activity where query = '{Slow}' and state = 'active')"))!;

    private Dictionary<string, string> Bundled => new() { ["Stogram__Plugins__Bundled"] = _plugins.Path };

    private void Rename(string id) => _plugins.Add("troubled", id, json => json["contributes"]!["prefix"] = "troubled");

    private static async Task<string> Reason(HttpClient ada, string id)
    {
        JsonNode? view = null;
        await PluginCalls.Until(
            async () =>
            {
                view = (await ada.Call(HttpMethod.Get, "/api/admin/plugins")).Data.AsArray().Single(one => one!["id"]!.GetValue<string>() == id);
                return view!["state"]!.GetValue<string>() == "QUARANTINED";
            },
            $"{id} is quarantined");
        return view!["reason"]!.GetValue<string>();
    }

    private static async Task<JsonNode> Job(HttpClient ada) =>
        (await ada.Call(HttpMethod.Get, "/api/admin/jobs")).Data.AsArray().Single(job => job!["name"]!.GetValue<string>() == "dig")!;

    public void Dispose()
    {
        _plugins.Dispose();
        _home.Dispose();
    }

    private Task<HostProcess> Start() => HostProcess.Start(_home, environment: Bundled);

    private Task<HttpClient> SignUp() => SignIn("register", new { email = "ada@example.org", username = "ada", password = TestPerson.Password });

    private Task<HttpClient> SignIn() => SignIn("login", new { login = "ada", password = TestPerson.Password });

    private async Task<HttpClient> SignIn(string door, object body)
    {
        var http = new HttpClient { BaseAddress = new(_home.Url) };
        var answer = await http.Call(HttpMethod.Post, $"/api/auth/{door}", body);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.Data["accessToken"]!.GetValue<string>());
        return http;
    }

    private static async Task<Guid> Room(HttpClient ada, string name) =>
        (await ada.Call(HttpMethod.Post, "/api/chats", new { type = "GROUP", name, memberIds = Array.Empty<Guid>() })).Data["id"]!.GetValue<Guid>();

    private static async Task<long> SendUntilItDies(HttpClient ada, Guid room, TaskCompletionSource enough)
    {
        for (var last = 0L; ;)
        {
            try
            {
                using var answer = await ada.PostAsJsonAsync("/api/messages", new { id = Guid.CreateVersion7(), chatId = room, content = "hello" });
                last = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]!["seq"]!.GetValue<long>();
                if (last > 10)
                {
                    enough.TrySetResult();
                }
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
