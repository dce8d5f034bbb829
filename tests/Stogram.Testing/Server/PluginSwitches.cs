using System.Text.Json.Nodes;

namespace Stogram.Testing.Server;

/// <summary>What administrators do with plugins.</summary>
public static class PluginSwitches
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<JsonNode> Switch(this TestPerson admin, string plugin, bool enabled) =>
        (await admin.Put($"/api/admin/plugins/{plugin}", new { enabled })).Data;

    /// <summary>On, and really running; says why if not.</summary>
    public static async Task On(this TestPerson admin, string plugin)
    {
        var switched = await admin.Switch(plugin, true);
        if (switched["state"]!.GetValue<string>() != "RUNNING")
        {
            throw new InvalidOperationException(switched.ToJsonString());
        }
    }

    public static async Task<JsonNode> Plugin(this TestPerson admin, string plugin) =>
        (await admin.Get("/api/admin/plugins")).Data.AsArray().Single(one => one!["id"]!.GetValue<string>() == plugin)!;

    /// <summary>Once it is in one of the states; says in which it is if that takes too long.</summary>
    public static async Task<JsonNode> Until(this TestPerson admin, string plugin, params string[] states)
    {
        for (var end = DateTime.UtcNow + Patience; ; await Task.Delay(50))
        {
            var view = await admin.Plugin(plugin);
            if (states.Contains(view["state"]!.GetValue<string>()))
            {
                return view;
            }

            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException($"{plugin} is {view["state"]} ({view["reason"]}), not {string.Join(" or ", states)}.");
            }
        }
    }
}
