using System.Text.Json;
using Stogram.Core.Shared;

namespace Stogram.Host.Plugins.Settings;

/// <summary>What somebody wants the settings to be: checked by the schema, its secrets sealed, ready to be stored.</summary>
internal sealed class TakeValues(SettingSecrets secrets)
{
    private const int MaxLength = 64 * 1024;

    /// <param name="schema">What may be set.</param>
    /// <param name="values">As they were sent; a secret may be masked.</param>
    /// <param name="stored">As they are now.</param>
    public Outcome<JsonElement> Run(SettingsSchema schema, JsonElement values, JsonElement stored)
    {
        var kept = values.ValueKind == JsonValueKind.Object ? secrets.Seal(schema, values, stored) : values;
        if (schema.Check(values.ValueKind == JsonValueKind.Object ? secrets.Open(schema, kept) : values) is { Count: > 0 } faults)
        {
            return Refusal.Invalid(faults);
        }

        return values.GetRawText() is var text && (text.Length > MaxLength || text.Contains("\\u0000", StringComparison.Ordinal))
            ? Refusal.Invalid("request", "Too long, or with characters that cannot be stored.")
            : kept;
    }
}
