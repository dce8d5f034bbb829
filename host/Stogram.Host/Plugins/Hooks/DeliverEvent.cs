using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>One event to one plugin: three tries, then it is put aside and the next comes.</summary>
internal sealed class DeliverEvent(
    EnterOrganization enter, NpgsqlDataSource database, TimeProvider time, ILogger<DeliverEvent> log)
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

        for (var attempt = 1; await enter.Run(activation, e.OrganizationId, cancellation) is { } lease; attempt++)
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

    private static Task Call(Activation activation, OrganizationLease lease, IChatEvent e, CancellationToken cancellation) =>
        activation.Guard.Call(
            e.GetType().Name, Budget, lease,
            async token =>
            {
                PluginDepth.Enter((e as MessagePosted)?.Origin ?? (e as MessageEdited)?.Origin);
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
        log.LogError("Plugin {Plugin} failed {Tries} times on event {Event}; it is put aside", pluginId, Tries, one.Place);
        await using var command = database.CreateCommand(
            """
            insert into core.plugin_dead_letters (plugin_id, outbox_id, ordinal, event, error, failed_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            """);
        command.Parameters.Add(new() { Value = pluginId });
        command.Parameters.Add(new() { Value = one.Place.Row });
        command.Parameters.Add(new() { Value = one.Place.Ordinal });
        command.Parameters.Add(new() { Value = one.Json, NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = error });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
