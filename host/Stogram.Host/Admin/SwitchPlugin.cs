using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>Moves the switch; with those of the plugins that go along with it, if the administrator has agreed to that.</summary>
internal sealed class SwitchPlugin(
    StogramContext db, AuditLog audit, InstalledPlugins plugins, Requirements requirements, PluginStore store, DemandSignature demand, Reconciler reconciler)
{
    public async Task<Outcome<SwitchedView>> Run(
        Caller caller, string id, SwitchPluginRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (plugins.Find(id) is not { } plugin)
        {
            return Refusal.NotFound;
        }

        var on = request.Enabled!.Value;
        var along = await Along(plugin, on, caller.OrganizationId, cancellation);
        if (along.Count > 0 && !request.Cascade)
        {
            return new Refusal(
                ErrorCode.Conflict, on ? "Plugins that it needs are off." : "Plugins that need it are on.",
                new Dictionary<string, string> { ["plugins"] = string.Join(", ", along.Select(other => other.Id)) });
        }

        InstalledPlugin[] all = [.. along, plugin];
        if (on && await Unsigned(all, cancellation) is { } unsigned)
        {
            return unsigned;
        }

        foreach (var one in all)
        {
            await Switch(caller, one, on, cancellation);
            // From here on it is switched, whether or not the administrator waits for the answer.
            await reconciler.Run(one, CancellationToken.None).WaitAsync(cancellation);
        }

        return new SwitchedView(plugin.Id, on, plugin.State.Word(), plugin.Reason);
    }

    /// <summary>In the order in which they have to be switched.</summary>
    private async Task<IReadOnlyList<InstalledPlugin>> Along(InstalledPlugin plugin, bool on, Guid organizationId, CancellationToken cancellation)
    {
        var along = new List<InstalledPlugin>();
        foreach (var other in on ? requirements.NeededBy(plugin) : requirements.DependentsOf(plugin))
        {
            if ((await store.Read(other.Id, cancellation)).IsOn(organizationId) != on)
            {
                along.Add(other);
            }
        }

        return along;
    }

    private async Task<Refusal?> Unsigned(InstalledPlugin[] all, CancellationToken cancellation)
    {
        foreach (var one in all)
        {
            if (await demand.Run(one.Package.Info, cancellation) is { } unsigned)
            {
                return unsigned;
            }
        }

        return null;
    }

    private async Task Switch(Caller caller, InstalledPlugin plugin, bool on, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var was = await store.Switch(
            await db.Connection(cancellation), caller.OrganizationId, plugin.Package, on, caller.UserId, cancellation);
        var released = on ? was.Quarantined : null;
        if (was.Enabled != on || released is not null)
        {
            var deed = on ? PluginDeeds.SwitchedOn(plugin.Package, was.Enabled, released) : PluginDeeds.SwitchedOff(plugin.Package);
            await audit.Write(caller, deed, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
