using System.Text.Json;

namespace Stogram.Core.Shared;

internal static class StorableJson
{
    /// <summary>Whether PostgreSQL takes it as jsonb: no NUL and no half of a surrogate pair in any name or text.</summary>
    public static bool Is(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().All(part => IsText(() => part.Name) && Is(part.Value)),
        JsonValueKind.Array => json.EnumerateArray().All(Is),
        JsonValueKind.String => IsText(() => json.GetString()!),
        _ => true,
    };

    private static bool IsText(Func<string> read)
    {
        try
        {
            return Validation.IsStorable(read());
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair has no text.
            return false;
        }
    }
}
