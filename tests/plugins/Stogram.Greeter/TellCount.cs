using System.Text.Json;
using Stogram.Plugins;

namespace Stogram.Greeter;

internal sealed class TellCount(Counts counts) : IRealtimeCommand
{
    public async ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("chatId", out var id)
        && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var chatId)
            ? await counts.Tell(caller, chatId, cancellation)
            : Answer.Invalid("chatId", "Must be the id of a chat.");
}
