namespace Stogram.Testing;

/// <summary>The working tree that these tests were built from.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(() => Above("Stogram.sln"));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root.Value, .. parts]);

    /// <summary>What the plugin that these tests belong to is built into, wherever it is at home.</summary>
    public static string PluginPackages => System.IO.Path.Combine(Above("plugin.json"), "artifacts", "plugins");

    private static string Above(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, file)))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"There is no {file} in any folder above the tests.");
        }

        return folder.FullName;
    }
}
