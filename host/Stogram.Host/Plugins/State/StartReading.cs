using Npgsql;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Hooks;

namespace Stogram.Host.Plugins.State;

/// <summary>A plugin that handles events has a reader of its own, from where it had read to.</summary>
internal sealed class StartReading(Outbox outbox, NpgsqlDataSource database, TellLost tellLost, DeliverEvent deliver, ILogger<EventReader> log)
{
    public void Run(InstalledPlugin plugin, Activation activation)
    {
        if (activation.Registrations.Handlers.Count > 0)
        {
            plugin.Reader = new(activation, outbox, database, tellLost, deliver, log);
            plugin.Reader.Start();
        }
    }
}
