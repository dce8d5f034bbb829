using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stogram.Host.Plugins.Settings;

/// <summary>
/// Checks a value by a subset of JSON Schema 2020-12: objects, arrays, strings, numbers, booleans and enums with
/// their usual bounds. The host checks plugins' data as JSON, so no plugin type reaches a validator's caches.
/// </summary>
internal static class JsonRules
{
    /// <summary>One line per fault, each beginning with the field it is about.</summary>
    public static IReadOnlyDictionary<string, string> Check(JsonElement value, JsonElement schema)
    {
        var faults = new Dictionary<string, string>();
        Check(value, schema, "", faults);
        return faults;
    }

    private static void Check(JsonElement value, JsonElement schema, string path, Dictionary<string, string> faults)
    {
        if (Fault(value, schema) is { } fault)
        {
            faults.TryAdd(path.Length == 0 ? "request" : path, fault);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(value, schema, path, faults);
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Check(item, items, $"{path}[{index}]", faults);
            }
        }
    }

    private static void CheckObject(JsonElement value, JsonElement schema, string path, Dictionary<string, string> faults)
    {
        var properties = schema.TryGetProperty("properties", out var known) ? known : JsonElement.Parse("{}");
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var rules))
            {
                Check(property.Value, rules, Join(path, property.Name), faults);
            }
            else if (schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False)
            {
                faults.TryAdd(Join(path, property.Name), "There is no such field.");
            }
        }

        foreach (var name in Texts(schema, "required").Where(name => !value.TryGetProperty(name, out _)))
        {
            faults.TryAdd(Join(path, name), "Required.");
        }
    }

    private static string? Fault(JsonElement value, JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type) && !Is(value, type.GetString()!))
        {
            return $"Must be {Article(type.GetString()!)}.";
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
        {
            return $"Must be one of {string.Join(", ", words.EnumerateArray())}.";
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => TextFault(value.GetString()!, schema),
            JsonValueKind.Number => NumberFault(value.GetDecimal(), schema),
            JsonValueKind.Array => CountFault(value.GetArrayLength(), schema),
            _ => null,
        };
    }

    private static string? TextFault(string text, JsonElement schema)
    {
        if (Bound(schema, "minLength") is { } min && text.Length < min)
        {
            return $"At least {min} characters.";
        }

        if (Bound(schema, "maxLength") is { } max && text.Length > max)
        {
            return $"At most {max} characters.";
        }

        if (schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(2)))
        {
            return $"Must match {pattern.GetString()}.";
        }

        return schema.TryGetProperty("format", out var format) && !TextFormats.Fits(text, format.GetString()!)
            ? $"Must be {Article(format.GetString()!)}."
            : null;
    }

    private static string? NumberFault(decimal number, JsonElement schema) =>
        Bound(schema, "minimum") is { } min && number < min ? $"At least {min}."
        : Bound(schema, "maximum") is { } max && number > max ? $"At most {max}."
        : null;

    private static string? CountFault(int count, JsonElement schema) =>
        Bound(schema, "maxItems") is { } max && count > max ? $"At most {max} items." : null;

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
        _ => false,
    };

    private static decimal? Bound(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var bound) ? bound.GetDecimal() : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Article(string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{("aeiou".Contains(word[0]) ? "an" : "a")} {word}");

    private static IEnumerable<string> Texts(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(text => text.GetString()!) : [];
}
