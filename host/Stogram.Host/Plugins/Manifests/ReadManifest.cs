using System.Text.Json;
using Stogram.Host.Plugins.Jobs;
using Stogram.Host.Plugins.Settings;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Manifests;

/// <summary>From the text of a <c>plugin.json</c> to a manifest that keeps every rule, or to all that is wrong with it.</summary>
internal static class ReadManifest
{
    private static readonly JsonElement Schema = ReadSchema();

    public static PluginInfo Parse(string json)
    {
        var root = ParseJson(json);
        var faults = JsonRules.Check(root, Schema).Concat(RequirementFaults(root, "requires")).Concat(RequirementFaults(root, "optional"))
            .Concat(LocalTexts.Faults(root)).ToDictionary();
        if (faults.Count > 0)
        {
            throw new ManifestException([.. faults.Select(fault => $"{fault.Key}: {fault.Value}")]);
        }

        var manifest = root.Deserialize(PluginJson.Default.PluginInfo)!;
        var broken = Faults(manifest).ToArray();
        return broken.Length == 0 ? manifest : throw new ManifestException(broken);
    }

    private static IEnumerable<string> Faults(PluginInfo manifest)
    {
        if (ReservedNames.Contains(manifest.Id))
        {
            yield return $"id: {manifest.Id} belongs to Stogram itself.";
            yield break;
        }

        var prefix = manifest.Prefix();
        if (ReservedNames.Contains(prefix))
        {
            yield return $"contributes.prefix: {prefix} belongs to Stogram itself.";
        }

        foreach (var (field, names) in new[]
        {
            ("commands", manifest.Contributes.Commands), ("events", manifest.Contributes.Events),
        })
        {
            foreach (var name in names.Where(name => !name.StartsWith($"{prefix}:", StringComparison.Ordinal)))
            {
                yield return $"contributes.{field}: {name} must begin with {prefix}: .";
            }
        }

        foreach (var kind in manifest.Contributes.MessageKinds)
        {
            if (kind != prefix && !kind.StartsWith($"{prefix}-", StringComparison.Ordinal))
            {
                yield return $"contributes.messageKinds: {kind} must be {prefix}, or begin with {prefix}-.";
            }
        }

        foreach (var (field, names) in new[]
        {
            ("interceptors", manifest.Contributes.Interceptors.Select(one => one.Name)), ("jobs", manifest.Contributes.Jobs.Select(one => one.Name)),
            ("provides", manifest.Contributes.Provides.Select(one => one.Name)),
        })
        {
            foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
            {
                yield return $"contributes.{field}: {twice.Key} is named twice.";
            }
        }

        foreach (var slot in (manifest.Contributes.Web?.Slots ?? []).Where(slot => !SlotNames.Has(manifest, slot)))
        {
            yield return $"contributes.web.slots: there is no slot {slot}.";
        }

        foreach (var both in manifest.Optional.Keys.Intersect(manifest.Requires.Keys))
        {
            yield return $"optional.{both}: It is required already.";
        }

        foreach (var job in manifest.Contributes.Jobs.Where(job => job.Cron is { } cron && !CronText.IsRight(cron)))
        {
            yield return $"contributes.jobs: the cron of {job.Name} is not five fields as in crontab, nor @hourly, @daily, @weekly or @monthly.";
        }
    }

    // Names and ranges are the plugin's own words: the schema cannot list them.
    private static IEnumerable<KeyValuePair<string, string>> RequirementFaults(JsonElement root, string field) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(field, out var requires) && requires.ValueKind == JsonValueKind.Object
            ? requires.EnumerateObject()
                .Where(need => !Fits(need.Value, "contract") || !Fits(JsonSerializer.SerializeToElement(need.Name, PluginJson.Default.String), "id"))
                .DistinctBy(need => need.Name)
                .Select(need => KeyValuePair.Create($"{field}.{need.Name}", "Must be the id of a plugin, and a range such as ^1.2."))
            : [];

    private static bool Fits(JsonElement value, string field) =>
        JsonRules.Check(value, Schema.GetProperty("properties").GetProperty(field)).Count == 0;

    private static JsonElement ParseJson(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException e)
        {
            throw new ManifestException([$"plugin.json: not JSON (line {e.LineNumber + 1})."]);
        }
    }

    private static JsonElement ReadSchema()
    {
        using var stream = typeof(ReadManifest).Assembly.GetManifestResourceStream("Stogram.Host.Plugins.Manifests.plugin.v1.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}

internal static class Prefixes
{
    public static string Prefix(this PluginInfo manifest) => manifest.Contributes.Prefix ?? manifest.Id;
}

/// <summary>The package cannot be installed: one line per fault, naming the field or file.</summary>
internal sealed class ManifestException(IReadOnlyList<string> faults) : Exception(string.Join(' ', faults))
{
    public IReadOnlyList<string> Faults => faults;
}
