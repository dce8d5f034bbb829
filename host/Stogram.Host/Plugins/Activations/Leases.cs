using System.Collections.Concurrent;

namespace Stogram.Host.Plugins.Activations;

internal enum Entry
{
    Entered,
    Off,
    Draining,
}

/// <summary>
/// Guards every way into a plugin, organization by organization: nobody enters unless it is on there, and switching
/// off waits for those inside. Past its patience it cancels them and no longer waits.
/// </summary>
internal sealed class Leases : IDisposable
{
    private readonly ConcurrentDictionary<Guid, OrganizationLease> open = [];

    private readonly ConcurrentDictionary<Guid, bool> admitted = [];

    private volatile bool isShut;

    /// <summary>Set the moment the plugin is to be taken out, before anyone has had time to do so.</summary>
    public bool IsShut => isShut;

    public IReadOnlyCollection<Guid> Organizations => [.. admitted.Keys];

    /// <summary>Whether the plugin may act in the organization: while it is on, and while it is being told of it.</summary>
    public bool IsAdmitted(Guid organizationId) => admitted.ContainsKey(organizationId);

    public bool IsOpen(Guid organizationId) => !isShut && open.TryGetValue(organizationId, out var lease) && !lease.IsDraining;

    /// <summary>Nobody enters any more, wherever it is on.</summary>
    public void Shut() => isShut = true;

    public void Admit(Guid organizationId) => admitted[organizationId] = true;

    public void Expel(Guid organizationId) => admitted.TryRemove(organizationId, out _);

    public void Open(Guid organizationId) => open.TryAdd(organizationId, new());

    public Entry TryEnter(Guid organizationId, out OrganizationLease? lease)
    {
        if (!open.TryGetValue(organizationId, out lease) || isShut)
        {
            return Entry.Off;
        }

        return lease.TryEnter() ? Entry.Entered : Entry.Draining;
    }

    /// <summary>True if everyone left by themselves.</summary>
    public async Task<bool> Close(Guid organizationId, TimeSpan patience)
    {
        if (!open.TryGetValue(organizationId, out var lease))
        {
            return true;
        }

        var drained = await lease.Drain(patience);
        open.TryRemove(organizationId, out _);
        return drained;
    }

    public void Dispose()
    {
        foreach (var lease in open.Values)
        {
            lease.Cancel();
        }
    }
}
