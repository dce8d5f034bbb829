using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.State;

/// <summary>Tells running plugins which of those they can make use of are on beside them, organization by organization.</summary>
internal sealed class TellOptional(InstalledPlugins plugins, Requirements requirements)
{
    private static readonly TimeSpan AddBudget = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan RemoveBudget = TimeSpan.FromSeconds(5);

    /// <summary>Compares what each was told with what is so now; nobody else may be at it.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        foreach (var activation in plugins.Activations.Where(one => one.Package.Info.Optional.Count > 0))
        {
            var now = Beside(activation).ToHashSet();
            activation.Beside.RemoveWhere(one => !activation.IsOpen(one.OrganizationId));
            foreach (var gone in activation.Beside.Except(now).ToArray())
            {
                activation.Beside.Remove(gone);
                await activation.Tell(
                    "OptionalRemovedAsync", RemoveBudget, gone.OrganizationId,
                    (plugin, context, token) => plugin.OptionalRemovedAsync(context, gone.Other, token), cancellation);
            }

            foreach (var come in now.Except(activation.Beside).ToArray())
            {
                activation.Beside.Add(come);
                await activation.Tell(
                    "OptionalAddedAsync", AddBudget, come.OrganizationId,
                    (plugin, context, token) => plugin.OptionalAddedAsync(context, come.Other, token), cancellation);
            }
        }
    }

    private IEnumerable<(Guid OrganizationId, OptionalPlugin Other)> Beside(Activation activation) =>
        from other in requirements.InUse(activation)
        from organizationId in activation.Leases.Organizations
        where activation.IsOpen(organizationId) && other.IsOpen(organizationId)
        select (organizationId, new OptionalPlugin { Id = other.Id, Version = other.Package.Info.Version });
}
