using System.Text.Json.Nodes;
using Stogram.Testing;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A folder of packages for one server: the built ones, as they are or with something changed in them.</summary>
public sealed class PluginFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-plugins-");

    public string Path => _folder.FullName;

    public static PluginFolder With(params string[] plugins)
    {
        var folder = new PluginFolder();
        foreach (var plugin in plugins)
        {
            folder.Add(plugin, plugin);
        }

        return folder;
    }

    /// <returns>The package's folder, to change more of it.</returns>
    public string Add(string plugin, string id, Action<JsonNode>? change = null)
    {
        var source = Repository.Path("artifacts", "test-plugins", plugin, "1.0.0");
        var target = System.IO.Path.Combine(Path, id, "1.0.0");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var manifest = System.IO.Path.Combine(target, "plugin.json");
        var json = JsonNode.Parse(File.ReadAllText(manifest))!;
        json["id"] = id;
        change?.Invoke(json);
        File.WriteAllText(manifest, json.ToJsonString());
        return target;
    }

    /// <summary>The misbehaving one by another name; commands bear its prefix.</summary>
    public string AddTroubled(string id) => Add("troubled", id, json => json["contributes"]!["commands"] = new JsonArray($"{id}:do"));

    public void Dispose() => _folder.Delete(recursive: true);
}
