using System.Text.Json;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Settings;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Packages;

/// <summary>Reads a package without running anything of it.</summary>
internal static class ReadPackage
{
    public static PluginPackage From(string folder)
    {
        var path = Path.Combine(folder, "plugin.json");
        var info = File.Exists(path)
            ? ReadManifest.Parse(File.ReadAllText(path))
            : throw new ManifestException(["plugin.json: missing."]);
        var faults = FileFaults(info, folder).ToArray();
        return faults.Length == 0
            ? new(info, folder, HashFolder.Of(folder), Schema(info, folder))
            : throw new ManifestException(faults);
    }

    private static IEnumerable<string> FileFaults(PluginInfo info, string folder)
    {
        if (Directory.EnumerateFiles(folder, "Stogram.Plugins.dll", SearchOption.AllDirectories).Any())
        {
            yield return "Stogram.Plugins.dll: a package must not bring the contract; reference it with ExcludeAssets=\"runtime\".";
        }

        foreach (var (field, file) in new[]
        {
            ("entry", info.Entry), ("contributes.settings", info.Contributes.Settings),
            ("contributes.web.module", info.Contributes.Web?.Module), ("contributes.web.style", info.Contributes.Web?.Style),
        })
        {
            if (file is not null && !File.Exists(Path.Combine(folder, file)))
            {
                yield return $"{field}: the package has no file {file}.";
            }
        }

        if (info.Data is { } data && !Directory.Exists(Path.Combine(folder, data.Migrations)))
        {
            yield return $"data.migrations: the package has no folder {data.Migrations}.";
        }
    }

    private static SettingsSchema? Schema(PluginInfo info, string folder)
    {
        if (info.Contributes.Settings is not { } file)
        {
            return null;
        }

        var schema = Parse(file, File.ReadAllText(Path.Combine(folder, file)));
        var faults = SettingsSchema.Faults(schema).Select(fault => $"{file}: {fault}").ToArray();
        return faults.Length == 0 ? new(schema) : throw new ManifestException(faults);
    }

    private static JsonElement Parse(string file, string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException e)
        {
            throw new ManifestException([$"{file}: not JSON (line {e.LineNumber + 1})."]);
        }
    }
}
