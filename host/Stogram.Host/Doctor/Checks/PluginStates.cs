using System.Runtime.CompilerServices;

namespace Stogram.Host.Doctor.Checks;

internal static class PluginStates
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var quarantined = await patient.Ask(
            "select id, quarantined from core.plugins where quarantined is not null order by id", row => (Id: row.GetString(0), Why: row.GetString(1)), cancellation);
        var failed = await patient.Ask(
            "select plugin_id, node, coalesce(reason, '') from core.plugin_nodes where state = 'FAILED' order by 1, 2",
            row => (Id: row.GetString(0), Node: row.GetString(1), Why: row.GetString(2)),
            cancellation);
        foreach (var (id, why) in quarantined)
        {
            yield return Finding.Problem("plugins", $"{id} is quarantined: {why}", "update it, then switch it off and on in the admin pages.");
        }

        foreach (var (id, node, why) in failed)
        {
            yield return Finding.Problem("plugins", $"{id} did not start on {node}: {why}", "see the log, then switch it off and on in the admin pages.");
        }

        var on = await patient.Ask("select count(distinct plugin_id) from core.organization_plugins where enabled", row => row.GetInt64(0), cancellation);
        var nodes = await patient.Ask("select count(distinct node) from core.plugin_nodes", row => row.GetInt64(0), cancellation);
        if (nodes[0] > 1 && patient.Settings.Redis is null)
        {
            yield return Finding.Note(
                "plugins", $"{nodes[0]} nodes have spoken of their plugins, and no Redis is set.",
                "set Stogram__Redis__ConnectionString if they run at the same time; else one of them did not stop in order.");
        }

        if (quarantined.Count == 0 && failed.Count == 0)
        {
            yield return Finding.Ok("plugins", $"{on[0]} switched on, none in trouble.");
        }
    }
}
