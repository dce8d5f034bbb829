using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>Uninstalls a plugin: off everywhere, its packages and its jobs gone, its tables kept; or those, too.</summary>
internal sealed class RemovePlugin(
    StogramContext db, ProvePassword prove, AuditLog audit, Catalog catalog, PluginStore store, FollowCatalog follow, InstalledPlugins plugins,
    Reconciler reconciler, Requirements requirements, PurgePlugin purge, TimeProvider time)
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, string id, RemovePluginRequest request, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if ((await prove.Run(caller, "password", request.Password!)).Refusal is { } wrong)
        {
            return wrong;
        }

        if (await catalog.Find(id, cancellation) is null)
        {
            return Refusal.NotFound;
        }

        if (plugins.Find(id) is { } installed && requirements.DependentsOf(installed) is [var dependent, ..])
        {
            return Refusal.Conflict($"{dependent.Package.Info.Name} needs it: uninstall that first.");
        }

        if (request.Purge && request.Id != id)
        {
            return Refusal.Invalid("id", $"Type {id}: its data is gone for good.");
        }

        await Remove(caller, id, request.Purge, cancellation);
        await store.Notify(id, cancellation);
        await Settle(id, request.Purge).WaitAsync(cancellation);
        return Nothing.Done;
    }

    private async Task Remove(Caller caller, string id, bool withData, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
             update core.plugins set removed = true, permissions = default, quarantined = null, previous = null, failed_version = null, failed_reason = null,
               changed_at = {time.GetUtcNow()}
             where id = {id}
             """, cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
             update core.organization_plugins set enabled = false, changed_by = {caller.UserId}, changed_at = {time.GetUtcNow()}
             where plugin_id = {id} and enabled
             """, cancellation);
        await db.Database.ExecuteSqlAsync($"delete from core.plugin_packages where plugin_id = {id}", cancellation);
        await audit.Write(caller, PluginDeeds.Removed(id, withData), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task Settle(string id, bool withData)
    {
        if (plugins.Find(id) is { } plugin)
        {
            await reconciler.Run(plugin, CancellationToken.None);
        }

        await follow.Run(CancellationToken.None);
        await db.Database.ExecuteSqlAsync($"delete from core.plugin_jobs where plugin_id = {id}");
        if (withData)
        {
            await purge.Run(id, CancellationToken.None);
        }
    }
}
