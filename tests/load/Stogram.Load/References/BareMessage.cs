using System.Text.Json;
using Stogram.Core.Messages;
using Stogram.Core.Shared;

namespace Stogram.Load.References;

/// <summary>The product's own answer and event, made of nothing: the same bytes on the wire.</summary>
internal static class BareMessage
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private static long last;

    public static MessageView Make(Guid sender, JsonElement payload)
    {
        var sent = payload.Deserialize(CoreJson.Default.SendMessageRequest)!;
        var number = Interlocked.Increment(ref last);
        var now = DateTimeOffset.UtcNow;
        return new(
            sent.Id!.Value, sent.ChatId!.Value, number, number, sender, "TEXT", sent.Content, null, [], [], [], [],
            false, null, false, false, false, false, null, now, now, Nothing);
    }
}
