using Npgsql;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.State;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>From a plugin that asks to the one that has the role; each call is guarded like any other into a plugin.</summary>
internal sealed class PluginProviders(PluginInfo info, Leases leases, InstalledPlugins plugins, NpgsqlDataSource database) : IProviders
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    private const string LastFirst =
        "select plugin_id from core.organization_plugins where organization_id = $1 and plugin_id = any($2) order by enabled_at desc nulls last";

    public async ValueTask<TAnswer?> AskAsync<TService, TAnswer>(
        Guid organizationId, Func<TService, CancellationToken, ValueTask<TAnswer>> ask, CancellationToken cancellation)
        where TService : class, IProvidedService
        where TAnswer : class
    {
        Permissions.Demand(info, PermissionFor(typeof(TService)), $"Asking {typeof(TService).Name}");
        if (!leases.IsAdmitted(organizationId))
        {
            return null;
        }

        foreach (var provider in await InOrder(typeof(TService), organizationId, cancellation))
        {
            if (provider.Leases.TryEnter(organizationId, out var lease) != Entry.Entered)
            {
                continue;
            }

            try
            {
                return await provider.Guard.Call(typeof(TService).Name, Budget, lease, token => Inside(provider, ask, token), cancellation);
            }
            catch (PluginFault)
            {
                // Counted and logged; the next one is asked.
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // It is just being switched off.
            }
        }

        return null;
    }

    private static string PermissionFor(Type role) =>
        role == typeof(ISearchIndex) ? "messages.read" : throw new ArgumentException($"{role.Name} is no role of the contract.");

    private static async ValueTask<TAnswer> Inside<TService, TAnswer>(
        Activation provider, Func<TService, CancellationToken, ValueTask<TAnswer>> ask, CancellationToken cancellation)
        where TService : class, IProvidedService
    {
        await using var scope = provider.Scope();
        return await ask((TService)provider.Registrations.Provided[typeof(TService)](scope.ServiceProvider), cancellation)
            ?? throw new InvalidOperationException("It answered null.");
    }

    private async Task<Activation[]> InOrder(Type role, Guid organizationId, CancellationToken cancellation)
    {
        var open = plugins.Activations
            .Where(one => one.Registrations.Provided.ContainsKey(role) && one.IsOpen(organizationId))
            .ToLookup(one => one.Package.Info.Contributes.Provides.First(provided => provided.Name == role.Name).Default);
        Activation[] others = [.. open[false]];
        return [.. others.Length > 1 ? await LastSwitchedOnFirst(others, organizationId, cancellation) : others, .. open[true]];
    }

    private async Task<IEnumerable<Activation>> LastSwitchedOnFirst(Activation[] some, Guid organizationId, CancellationToken cancellation)
    {
        await using var command = database.Command(LastFirst, organizationId, some.Select(one => one.Id).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var order = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            order.Add(reader.GetString(0));
        }

        return some.OrderBy(one => order.IndexOf(one.Id));
    }
}
