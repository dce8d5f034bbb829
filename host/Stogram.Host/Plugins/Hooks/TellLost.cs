using Npgsql;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.State;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>Tells a plugin, before its next event, that some were deleted unread: in each organization that has it on.</summary>
internal sealed class TellLost(PluginStore store, EnterOrganization enter)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    public async Task Run(NpgsqlConnection connection, Activation activation, CancellationToken cancellation)
    {
        if (await EventSql.LostSince(connection, activation.Id, cancellation) is not { } since)
        {
            return;
        }

        var desired = await store.Read(activation.Id, cancellation);
        foreach (var one in desired.Switches.Where(one => one.Enabled))
        {
            if (await enter.Run(activation, one.OrganizationId, cancellation) is { } lease)
            {
                await Tell(activation, lease, one.OrganizationId, since, cancellation);
            }
        }

        await EventSql.Told(connection, activation.Id, since);
    }

    private static async Task Tell(
        Activation activation, OrganizationLease lease, Guid organizationId, DateTimeOffset since, CancellationToken cancellation)
    {
        try
        {
            await activation.Guard.Call(
                nameof(IPlugin.EventsLostAsync), Budget, lease,
                async token =>
                {
                    await using var scope = activation.Scope();
                    await activation.Plugin.EventsLostAsync(
                        new() { OrganizationId = organizationId, Services = scope.ServiceProvider }, since, token);
                    return true;
                },
                cancellation);
        }
        catch (PluginFault)
        {
            // Counted and logged; what is lost does not come back by telling again.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Switched off in the middle of it: on again starts at now.
        }
    }
}
