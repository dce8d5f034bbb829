using Stogram.Host.Tests.Plugins;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

internal static class RedisReach
{
    public static Task ReachesRedis(this TestServer node, bool yes = true) =>
        PluginCalls.Until(
            async () => (string?)(await Ready(node))["redis"] == (yes ? "CONNECTED" : "UNREACHABLE"),
            $"the node {(yes ? "reaches" : "misses")} Redis");

    public static async Task<System.Text.Json.Nodes.JsonNode> Ready(this TestServer node)
    {
        using var http = node.Anonymous();
        return System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync("/health/ready"))!;
    }
}
