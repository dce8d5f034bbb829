using System.Collections.Immutable;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>A plugin on this node: its package, how it is, and its code while that is in memory.</summary>
internal sealed class InstalledPlugin(PluginPackage package)
{
    public string Id => Package.Info.Id;

    /// <summary>What runs, or would.</summary>
    public PluginPackage Package { get; set; } = package;

    /// <summary>What shall run: another version, while an upgrade is on its way.</summary>
    public PluginPackage Wanted { get; set; } = package;

    public bool IsUpgrading => Wanted.Info.Version != Package.Info.Version;

    public PluginState State { get; private set; } = PluginState.Installed;

    public string? Reason { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public Activation? Activation { get; set; }

    public EventReader? Reader { get; set; }

    /// <summary>Contexts that were told to go and are still there.</summary>
    public ImmutableList<WeakReference> Left { get; set; } = [];

    /// <summary>What the administrators had last done when it failed: until they act again it is left alone.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>Why it is being taken out, until it is: stopping one that does not listen takes a while.</summary>
    public string? Leaving { get; set; }

    public void Become(PluginState state, string? reason, DateTimeOffset now)
    {
        var isLeaving = state is PluginState.Draining or PluginState.Stopping or PluginState.Unloading;
        Leaving = isLeaving ? Leaving : null;
        (State, Reason, Since) = (state, reason ?? Leaving, now);
    }
}
