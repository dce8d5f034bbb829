using System.Text.Json;

namespace Stogram.Core.Shared;

internal static class BadJson
{
    /// <summary>Names the field that could not be read: <c>$.memberIds[0]</c> is a fault of <c>memberIds</c>.</summary>
    public static Refusal Explain(JsonException e)
    {
        var field = (e.Path ?? "").TrimStart('$').TrimStart('.').Split('.', '[')[0];
        return field.Length == 0
            ? Refusal.Invalid("request", "Not JSON of the right shape.")
            : Refusal.Invalid(field, "Not of the right type.");
    }
}
