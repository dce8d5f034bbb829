using System.Text.Json;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Endpoints;
using Stogram.Host.Plugins.State;
using Stogram.Host.Realtime;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>A command that the core does not know, for the plugin that declared it.</summary>
internal sealed class PluginCommands(InstalledPlugins plugins)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    public async Task<object> Run(Connection connection, string name, JsonElement payload)
    {
        Activation? before = null;
        while (plugins.FindCommand(name) is { } activation)
        {
            var entry = activation.Leases.TryEnter(connection.Caller.OrganizationId, out var lease);
            if (entry == Entry.Entered)
            {
                return await Inside(activation, lease!, connection, name, payload);
            }

            if (activation == before)
            {
                return (entry == Entry.Draining ? PluginRefusals.Stopping : PluginRefusals.IsOff(activation.Id)).ToEnvelope();
            }

            // Another version may just have taken over.
            before = activation;
        }

        var refusal = plugins.FindDeclaring(name) is { } off
            ? PluginRefusals.IsOff(off.Id)
            : new Refusal(ErrorCode.NotFound, $"There is no command {name}.");
        return refusal.ToEnvelope();
    }

    private static async Task<object> Inside(
        Activation activation, OrganizationLease lease, Connection connection, string name, JsonElement payload)
    {
        var caller = Callers.Of(connection.Caller, connection.Id);
        try
        {
            return await activation.Guard.Call(
                name, Budget, lease,
                async cancellation =>
                {
                    await using var scope = activation.Scope();
                    var command = activation.Registrations.Commands[name](scope.ServiceProvider);
                    return AnswerJson.ToElement(await command.InvokeAsync(caller, payload, cancellation));
                },
                connection.Closed);
        }
        catch (PluginFault)
        {
            return new Refusal(
                ErrorCode.Internal, "Something went wrong in a plugin.",
                new Dictionary<string, string> { ["plugin"] = activation.Id }).ToEnvelope();
        }
        catch (OperationCanceledException)
        {
            return PluginRefusals.Stopping.ToEnvelope();
        }
    }
}
