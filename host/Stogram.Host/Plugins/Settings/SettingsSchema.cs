using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stogram.Host.Plugins.Settings;

/// <summary>A plugin's <c>settings.schema.json</c>: a flat object of scalars and arrays of scalars.</summary>
internal sealed class SettingsSchema(JsonElement schema)
{
    private static readonly string[] Scalars = ["string", "integer", "number", "boolean"];

    public JsonElement Json => schema;

    public bool HasSecrets { get; } = schema.GetProperty("properties").EnumerateObject().Any(property => IsTrue(property.Value, "writeOnly"));

    public bool IsSecret(string name) =>
        schema.GetProperty("properties").TryGetProperty(name, out var rules) && IsTrue(rules, "writeOnly");

    /// <summary>What the schema uses that the host does not know; a rule that is not kept is worse than none.</summary>
    public static IEnumerable<string> Faults(JsonElement schema)
    {
        if (Text(schema, "type") != "object" || !schema.TryGetProperty("properties", out var properties))
        {
            return ["The schema must be an object with properties."];
        }

        return properties.EnumerateObject().SelectMany(property => PropertyFaults(property.Name, property.Value));
    }

    public IReadOnlyDictionary<string, string> Check(JsonElement values) => JsonRules.Check(values, schema)
        .Concat(values.ValueKind == JsonValueKind.Object ? Unknown(values) : [])
        .DistinctBy(fault => fault.Key).ToDictionary();

    /// <summary>What a chat may set for itself; null where there is nothing.</summary>
    public SettingsSchema? ForChats => field ??= schema.GetProperty("properties").EnumerateObject().Where(property => IsForChats(property.Value)).ToArray() is { Length: > 0 } own
        ? new(Object(own.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Name, JsonObject.Create(property.Value)))))
        : null;

    /// <summary>The schema with these values as its defaults, and none for what has no value.</summary>
    public JsonElement Under(JsonElement values) => Object(schema.GetProperty("properties").EnumerateObject().Select(property =>
    {
        var rules = JsonObject.Create(property.Value)!;
        rules.Remove("default");
        if (values.TryGetProperty(property.Name, out var value))
        {
            rules["default"] = JsonValue.Create(value);
        }

        return KeyValuePair.Create<string, JsonNode?>(property.Name, rules);
    }));

    /// <summary>Without what the schema does not know, or no longer allows: another version may have stored it.</summary>
    public JsonElement Valid(JsonElement values) => JsonSerializer.SerializeToElement(
        values.EnumerateObject()
            .Where(value => schema.GetProperty("properties").TryGetProperty(value.Name, out var rules) && JsonRules.Check(value.Value, rules).Count == 0)
            .ToDictionary(value => value.Name, value => value.Value),
        PluginJson.Default.DictionaryStringJsonElement);

    /// <summary>What was set, and the schema's defaults for the rest.</summary>
    public JsonElement Complete(JsonElement values)
    {
        var whole = new Dictionary<string, JsonElement>();
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            if (values.TryGetProperty(property.Name, out var value) || property.Value.TryGetProperty("default", out value))
            {
                whole[property.Name] = value;
            }
        }

        return JsonSerializer.SerializeToElement(whole, PluginJson.Default.DictionaryStringJsonElement);
    }

    /// <summary>What the schema marks with <c>"x-stogram": { "public": true }</c>: every member's client gets it.</summary>
    public JsonElement PublicOnly(JsonElement values) => JsonSerializer.SerializeToElement(
        values.EnumerateObject().Where(value => IsPublic(value.Name)).ToDictionary(value => value.Name, value => value.Value),
        PluginJson.Default.DictionaryStringJsonElement);

    private bool IsPublic(string name) =>
        schema.GetProperty("properties").TryGetProperty(name, out var rules) && IsPublic(rules);

    private static bool IsPublic(JsonElement rules) => Hints(rules, "public");

    private static bool IsForChats(JsonElement rules) => Hints(rules, "chat");

    private static bool Hints(JsonElement rules, string name) => rules.TryGetProperty("x-stogram", out var hints) && IsTrue(hints, name);

    private static bool IsTrue(JsonElement rules, string name) =>
        rules.ValueKind == JsonValueKind.Object && rules.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static JsonElement Object(IEnumerable<KeyValuePair<string, JsonNode?>> properties) => JsonElement.Parse(
        new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject(properties) }.ToJsonString());

    private IEnumerable<KeyValuePair<string, string>> Unknown(JsonElement values) =>
        values.EnumerateObject()
            .Where(value => !schema.GetProperty("properties").TryGetProperty(value.Name, out _))
            .Select(value => KeyValuePair.Create(value.Name, "There is no such setting."));

    private static IEnumerable<string> PropertyFaults(string name, JsonElement rules)
    {
        var type = Text(rules, "type");
        var scalar = type == "array" && rules.TryGetProperty("items", out var items) ? Text(items, "type") : type;
        if (!Scalars.Contains(scalar))
        {
            yield return $"{name}: the type must be one of {string.Join(", ", Scalars)}, or an array of one of them.";
        }

        if (Text(rules, "format") is { } format && !TextFormats.Known.Contains(format))
        {
            yield return $"{name}: the format must be one of {string.Join(", ", TextFormats.Known)}.";
        }

        if (rules.TryGetProperty("x-stogram", out var hints) && Text(hints, "picker") is { } picker
            && (picker is not ("user" or "chat") || type != "string" || Text(rules, "format") != "uuid"))
        {
            yield return $"{name}: a picker is user or chat, of a string with the format uuid.";
        }

        if (IsTrue(rules, "writeOnly") && (type != "string" || rules.TryGetProperty("default", out _) || IsPublic(rules)))
        {
            yield return $"{name}: a secret (writeOnly) is a string without a default, and never public.";
        }

        if (rules.TryGetProperty("default", out var preset) && JsonRules.Check(preset, rules).Count > 0)
        {
            yield return $"{name}: its default breaks its own rules.";
        }
    }

    private static string? Text(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var text) ? text.GetString() : null;
}
