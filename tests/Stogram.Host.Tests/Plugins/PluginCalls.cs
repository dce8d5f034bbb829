using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

internal static class PluginCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<JsonNode> Switch(this TestPerson admin, string plugin, bool enabled) =>
        (await admin.Put($"/api/admin/plugins/{plugin}", new { enabled })).Data;

    /// <summary>On, and really running; says why if not.</summary>
    public static async Task On(this TestPerson admin, string plugin)
    {
        var switched = await admin.Switch(plugin, true);
        Assert.True(switched["state"]!.GetValue<string>() == "RUNNING", switched.ToJsonString());
    }

    public static async Task<JsonNode> Plugin(this TestPerson admin, string plugin) =>
        (await admin.Get("/api/admin/plugins")).Data.AsArray().Single(one => one!["id"]!.GetValue<string>() == plugin)!;

    public static async Task<JsonNode> Until(this TestPerson admin, string plugin, params string[] states)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            var view = await admin.Plugin(plugin);
            if (states.Contains(view["state"]!.GetValue<string>()))
            {
                return view;
            }

            Assert.True(DateTime.UtcNow < end, $"{plugin} is {view["state"]} ({view["reason"]}), not {string.Join(" or ", states)}.");
            await Task.Delay(50);
        }
    }

    /// <summary>The newest job of that name, once it is as said.</summary>
    public static async Task<JsonNode> UntilJob(this TestPerson admin, string name, string state, Func<JsonNode, bool>? also = null)
    {
        JsonNode? found = null;
        await Until(
            async () =>
            {
                found = (await admin.Get("/api/admin/jobs")).Data.AsArray()
                    .LastOrDefault(job => job!["name"]!.GetValue<string>() == name && job["state"]!.GetValue<string>() == state && also?.Invoke(job) is not false);
                return found is not null;
            },
            $"job {name} is {state}");
        return found!;
    }

    public static async Task Until(Func<Task<bool>> holds, string what)
    {
        var end = DateTime.UtcNow + Patience;
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < end, $"It did not come about that {what}.");
            await Task.Delay(50);
        }
    }
}
