using System.Text.Json;

namespace Stogram.Plugins;

/// <summary>
/// Called when a client dispatches a command of this plugin. Has 5 s. Throwing counts as a fault; the client is
/// answered <c>INTERNAL</c>.
/// </summary>
public interface IRealtimeCommand
{
    /// <summary>Does it and answers. The payload comes from the client as it is: trust nothing in it.</summary>
    ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation);
}
