using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Stogram.Host.Plugins.Settings;

/// <summary>
/// Values that the schema marks with <c>writeOnly</c>: sealed where they are stored, opened for the plugin alone, and never
/// told to anybody again.
/// </summary>
internal sealed class SettingSecrets(IDataProtectionProvider protection, ILogger<SettingSecrets> log)
{
    /// <summary>Stands for a secret that is set; sent back, it leaves it as it is.</summary>
    public const string Mask = "••••••••";

    private readonly IDataProtector protector = protection.CreateProtector("plugin settings");

    /// <param name="schema">Which of them are secret.</param>
    /// <param name="values">As an administrator sends them.</param>
    /// <param name="stored">As they are now.</param>
    public JsonElement Seal(SettingsSchema schema, JsonElement values, JsonElement stored) => Each(schema, values, (name, value) =>
        value != Mask ? protector.Protect(value)
        : stored.TryGetProperty(name, out var before) ? before.GetString()
        : null);

    public JsonElement Hide(SettingsSchema schema, JsonElement stored) => Each(schema, stored, (_, _) => Mask);

    /// <summary>Not even that they are set.</summary>
    public static JsonElement Without(SettingsSchema schema, JsonElement values) => Each(schema, values, (_, _) => null);

    public JsonElement Open(SettingsSchema schema, JsonElement stored) => Each(schema, stored, (name, value) =>
    {
        try
        {
            return protector.Unprotect(value);
        }
        catch (CryptographicException e)
        {
            log.LogWarning("The secret setting {Name} cannot be opened with this server's keys and counts as not set: {Reason}", name, e.Message);
            return null;
        }
    });

    private static JsonElement Each(SettingsSchema schema, JsonElement values, Func<string, string, string?> make)
    {
        if (!schema.HasSecrets)
        {
            return values;
        }

        var whole = new Dictionary<string, JsonElement>();
        foreach (var value in values.EnumerateObject())
        {
            if (!schema.IsSecret(value.Name) || value.Value.ValueKind != JsonValueKind.String)
            {
                whole[value.Name] = value.Value;
            }
            else if (make(value.Name, value.Value.GetString()!) is { } text)
            {
                whole[value.Name] = JsonSerializer.SerializeToElement(text, PluginJson.Default.String);
            }
        }

        return JsonSerializer.SerializeToElement(whole, PluginJson.Default.DictionaryStringJsonElement);
    }
}
