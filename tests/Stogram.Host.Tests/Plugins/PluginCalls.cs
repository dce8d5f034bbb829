using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

internal static class PluginCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
