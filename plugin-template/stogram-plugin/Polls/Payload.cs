using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Stogram.Plugins;

namespace Polls;

internal static class Payload
{
    public static readonly Answer Unreadable = Answer.Invalid("request", "It is not as this command expects it.");

    /// <summary>What a client sent, or null where it is something else: trust nothing in it.</summary>
    public static T? Read<T>(JsonElement payload, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return payload.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
