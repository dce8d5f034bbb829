using System.Text.Json;
using Stogram.Plugins;

namespace Stogram.Probe;

internal sealed class Ping : IRealtimeCommand
{
    public ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation) => new(
        payload.TryGetProperty("text", out var text)
            ? Answer.Ok(new Echo(text.GetString()!), ProbeJson.Default.Echo)
            : Answer.Invalid("text", "Required."));
}
