using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.State;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>One event to one plugin: three tries, then it is put aside and the next comes.</summary>
internal sealed class DeliverEvent(PluginStore store, NpgsqlDataSource database, TimeProvider time, ILogger<DeliverEvent> log)
{
    private const int Tries = 3;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    public async Task Run(Activation activation, OutboxEvent one, CancellationToken cancellation)
    {
        if (one is not { IsWanted: true, Event: { } e } || !activation.Registrations.Handlers.ContainsKey(e.GetType().Name))
        {
            return;
        }

        for (var attempt = 1; await Enter(activation, e.OrganizationId, cancellation) is { } lease; attempt++)
        {
            try
            {
                await Call(activation, lease, e, cancellation);
                return;
            }
            catch (PluginFault fault) when (attempt == Tries)
            {
                await PutAside(activation.Id, one, fault.Message, cancellation);
                return;
            }
            catch (PluginFault)
            {
                await Task.Delay(Wait * (1 << (2 * attempt)), time, cancellation);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Switched off in the middle of it: the next look at the switch says so.
            }
        }
    }

    /// <summary>
    /// Null where the plugin is off. The database decides: another node may have switched it on, and this one is
    /// about to follow.
    /// </summary>
    private async Task<OrganizationLease?> Enter(Activation activation, Guid organizationId, CancellationToken cancellation)
    {
        while (true)
        {
            if (activation.Leases.TryEnter(organizationId, out var lease) == Entry.Entered)
            {
                return lease;
            }

            var desired = await store.Read(activation.Id, cancellation);
            if (!desired.IsOn(organizationId))
            {
                return null;
            }

            await Task.Delay(Wait, time, cancellation);
        }
    }

    private static Task Call(Activation activation, OrganizationLease lease, IChatEvent e, CancellationToken cancellation) =>
        activation.Guard.Call(
            e.GetType().Name, Budget, lease,
            async token =>
            {
                foreach (var handler in activation.Registrations.Handlers[e.GetType().Name])
                {
                    await using var scope = activation.Scope();
                    await handler(e, scope.ServiceProvider, token);
                }

                return true;
            },
            cancellation);

    private async Task PutAside(string pluginId, OutboxEvent one, string error, CancellationToken cancellation)
    {
        log.LogError("Plugin {Plugin} failed {Tries} times on event {Event}; it is put aside", pluginId, Tries, one.Id);
        await using var command = database.CreateCommand(
            """
            insert into core.plugin_dead_letters (plugin_id, outbox_id, event, error, failed_at)
            select $1, o.id, to_jsonb(o), $3, $4 from core.outbox o where o.id = $2
            on conflict do nothing
            """);
        command.Parameters.Add(new() { Value = pluginId });
        command.Parameters.Add(new() { Value = one.Id });
        command.Parameters.Add(new() { Value = error, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
