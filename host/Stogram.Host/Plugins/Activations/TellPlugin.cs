using Stogram.Plugins;

namespace Stogram.Host.Plugins.Activations;

internal static class TellPlugin
{
    /// <summary>Something about an organization that it must know, and cannot refuse.</summary>
    public static async Task Tell(
        this Activation activation,
        string hook,
        TimeSpan budget,
        Guid organizationId,
        Func<IPlugin, OrganizationContext, CancellationToken, ValueTask> tell,
        CancellationToken cancellation)
    {
        try
        {
            await activation.Guard.Call(
                hook, budget, null,
                async token =>
                {
                    await using var scope = activation.Scope();
                    await tell(activation.Plugin, new() { OrganizationId = organizationId, Services = scope.ServiceProvider }, token);
                    return true;
                },
                cancellation);
        }
        catch (PluginFault)
        {
            // Counted and logged; what it was told of is so all the same.
        }
    }
}
