namespace Stogram.Host.Plugins.Packages;

/// <summary>Where plugins lie.</summary>
/// <param name="Installed">One folder per plugin, in it one per version.</param>
/// <param name="Bundled">The packages that came with the server, laid out alike.</param>
/// <param name="SafeMode">No plugin is loaded, whatever organizations have switched on.</param>
internal sealed record PluginFolders(string Installed, string? Bundled, bool SafeMode)
{
    /// <summary>Beside the program, as published; else where the build puts them, above the build's output.</summary>
    public static string? Default
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                foreach (var place in new[] { "bundled-plugins", "artifacts/plugins" })
                {
                    if (Directory.Exists(Path.Combine(folder.FullName, place)))
                    {
                        return Path.Combine(folder.FullName, place);
                    }
                }
            }

            return null;
        }
    }
}
