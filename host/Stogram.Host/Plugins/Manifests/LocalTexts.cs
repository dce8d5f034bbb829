using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Manifests;

/// <summary>What administrators read of a plugin, in the language that the request asks for.</summary>
internal static partial class LocalTexts
{
    private const int MostTexts = 500;

    private const int Longest = 1000;

    private static readonly HashSet<string> Told = ["title", "description", "help", "group"];

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Local(this PluginInfo info, string? text)
    {
        if (text is null)
        {
            return null;
        }

        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (info.Locales.TryGetValue(culture.Name, out var texts) && texts.TryGetValue(text, out var local))
            {
                return local;
            }
        }

        return text;
    }

    /// <summary>The schema of its settings.</summary>
    public static JsonElement Local(this PluginInfo info, JsonElement schema)
    {
        if (info.Locales.Count == 0)
        {
            return schema;
        }

        var local = JsonObject.Create(schema)!;
        foreach (var (_, rules) in local["properties"]!.AsObject())
        {
            Translate(info, rules!.AsObject(), Told);
            if (rules["x-stogram"] is JsonObject hints)
            {
                Translate(info, hints, Told);
                Translate(info, hints["labels"] as JsonObject ?? [], null);
            }
        }

        return JsonElement.Parse(local.ToJsonString());
    }

    public static IEnumerable<KeyValuePair<string, string>> Faults(JsonElement manifest)
    {
        if (manifest.ValueKind != JsonValueKind.Object || !manifest.TryGetProperty("locales", out var locales) || locales.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return locales.EnumerateObject()
            .Where(locale => !Language().IsMatch(locale.Name) || locale.Value.ValueKind != JsonValueKind.Object || locale.Value.GetPropertyCount() > MostTexts
                || !locale.Value.EnumerateObject().All(text => text.Value.ValueKind == JsonValueKind.String && text.Value.GetString()!.Length <= Longest))
            .DistinctBy(locale => locale.Name)
            .Select(locale => KeyValuePair.Create(
                $"locales.{locale.Name}", $"Must be a language such as ru or pt-BR, with at most {MostTexts} texts of up to {Longest} characters."));
    }

    private static void Translate(PluginInfo info, JsonObject texts, HashSet<string>? which)
    {
        foreach (var (name, text) in texts.ToArray())
        {
            if (which?.Contains(name) is not false && text?.GetValueKind() == JsonValueKind.String)
            {
                texts[name] = info.Local(text.GetValue<string>());
            }
        }
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z]{2,8})?$")]
    private static partial Regex Language();
}
