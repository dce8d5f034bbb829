using System.Text.Json;

namespace Stogram.Host.Plugins.Settings;

/// <summary>What a log may say of a change of settings: of a secret that it was changed, and nothing of it.</summary>
internal sealed class SettingChanges(SettingSecrets secrets)
{
    private const int LongestText = 200;

    /// <summary>The names of those that are not what they were; as they are stored, and not as they count.</summary>
    public string[] Names(SettingsSchema schema, JsonElement before, JsonElement after)
    {
        var (was, became) = (Values(schema, before), Values(schema, after));
        return [.. was.Keys.Union(became.Keys).Where(name => !Same(was, became, name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The values of those that are no secrets, before and after; the names of the others.</summary>
    public (Dictionary<string, string> Before, Dictionary<string, string> After) Tell(SettingsSchema schema, JsonElement before, JsonElement after)
    {
        var names = Names(schema, before, after).ToLookup(schema.IsSecret);
        var (was, became) = (Texts(names[false], before), Texts(names[false], after));
        if (names[true].ToArray() is { Length: > 0 } hidden)
        {
            became["secrets"] = string.Join(", ", hidden);
        }

        return (was, became);
    }

    private Dictionary<string, JsonElement> Values(SettingsSchema schema, JsonElement values) =>
        secrets.Open(schema, values).EnumerateObject().ToDictionary(value => value.Name, value => value.Value);

    private static bool Same(Dictionary<string, JsonElement> was, Dictionary<string, JsonElement> became, string name) =>
        was.TryGetValue(name, out var before) && became.TryGetValue(name, out var after) && JsonElement.DeepEquals(before, after);

    // Named apart from what else the log says of the change.
    private static Dictionary<string, string> Texts(IEnumerable<string> names, JsonElement values) => names
        .Where(name => values.TryGetProperty(name, out _))
        .ToDictionary(name => $"settings.{name}", name => Text(values.GetProperty(name)));

    private static string Text(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length <= LongestText ? text : $"{text[..LongestText]}…";
    }
}
