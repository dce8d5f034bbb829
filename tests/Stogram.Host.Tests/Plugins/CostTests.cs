using System.Text.Json.Nodes;
using Stogram.Host.Plugins.Activations;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

public sealed class CostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_a_plugin_costs_is_added_up_over_nodes()
    {
        using var plugins = PluginFolder.With("troubled");
        await using var server = await TestServer.Start(plugins.Path);
        using var ada = await server.SignUp("ada");
        var other = await server.AnotherNode();
        using var there = await other.SignIn("ada");
        await ada.On("troubled");
        await there.Until("troubled", "RUNNING");

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(200, (await ada.Get("/api/troubled/none")).Status);
        }

        Assert.Equal(200, (await there.Get("/api/troubled/late")).Status);

        foreach (var asker in new[] { ada, there })
        {
            var health = await Until(asker, 4);
            Assert.Equal(2, health["nodes"]!.GetValue<int>());
            var hook = health["costs"]!.AsArray().Single(one => one!["calls"]!.GetValue<long>() == 4)!;
            Assert.InRange(hook["p95"]!.GetValue<double>(), 1200, 20_000);
            Assert.Equal(hook["p95"]!.GetValue<double>(), (await asker.Plugin("troubled"))["slowest"]!.GetValue<double>());
        }
    }

    [Fact]
    public void Percentiles_of_added_counts_are_those_of_all_calls()
    {
        var (one, other) = (new CallTimes(TimeProvider.System), new CallTimes(TimeProvider.System));
        for (var call = 0; call < 90; call++)
        {
            one.Add(2);
        }

        for (var call = 0; call < 10; call++)
        {
            other.Add(800);
        }

        var sum = CallTimes.Sum([one.Read(), other.Read()]);

        Assert.InRange(CallTimes.At(sum, 0.5)!.Value, 1.9, 2.1);
        Assert.InRange(CallTimes.At(sum, 0.9)!.Value, 1.9, 2.1);
        Assert.InRange(CallTimes.At(sum, 0.95)!.Value, 760, 840);
    }

    [Fact]
    public void What_was_slow_ten_minutes_ago_is_forgotten_and_the_fastest_and_longest_calls_count()
    {
        var clock = new Stopped();
        var times = new CallTimes(clock);
        times.Add(800);
        times.Add(1e9);
        clock.Minutes = 6;
        times.Add(0);
        Assert.Equal(3, times.Read().Sum());

        clock.Minutes = 12;
        Assert.Equal(1, times.Read().Sum());
        Assert.InRange(CallTimes.At(times.Read(), 0.99)!.Value, 0, 0.02);

        clock.Minutes = 60;
        Assert.Null(CallTimes.At(times.Read(), 0.99));
    }

    private static async Task<JsonNode> Until(TestPerson asker, long calls)
    {
        for (var end = DateTime.UtcNow + Patience; ; await Task.Delay(200))
        {
            var health = (await asker.Get("/api/admin/plugins/troubled/health")).Data;
            if (health["costs"]!.AsArray().Sum(one => one!["hook"]!.GetValue<string>().StartsWith("GET", StringComparison.Ordinal) ? one["calls"]!.GetValue<long>() : 0) == calls
                || DateTime.UtcNow > end)
            {
                return health;
            }
        }
    }

    private sealed class Stopped : TimeProvider
    {
        public int Minutes { get; set; }

        public override long GetTimestamp() => Minutes * 60 * TimestampFrequency;
    }
}
