using System.Collections.Concurrent;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>What runs on this node: how far it is, and the way to end it.</summary>
internal sealed class RunningJobs
{
    private readonly ConcurrentDictionary<Guid, Watched> all = [];

    public Watched Watch(ClaimedJob job, JobRuns runs)
    {
        var watched = new Watched(job, runs, () => all.TryRemove(job.Run, out _));
        all[job.Run] = watched;
        return watched;
    }

    /// <summary>The plugin is switched off: they wait until it is on again.</summary>
    public void Interrupt(string pluginId, Guid organizationId)
    {
        foreach (var one in all.Values.Where(one => one.Key.PluginId == pluginId && one.Key.OrganizationId == organizationId))
        {
            one.Interrupt();
        }
    }
}
