using Stogram.Host.Startup;

namespace Stogram.Host.Plugins.Authoring;

/// <summary>The plugin that somebody is writing while this server runs.</summary>
/// <param name="Folder">With its <c>plugin.json</c>.</param>
/// <param name="Project">The project of its server half.</param>
/// <param name="Say">Tells its author.</param>
internal sealed record DevPlugin(string Folder, string Project, Action<string> Say)
{
    public static DevPlugin In(string path, Action<string> say)
    {
        var folder = Path.GetFullPath(path);
        if (!File.Exists(Path.Combine(folder, "plugin.json")))
        {
            throw new StartupError($"There is no plugin.json in {folder}: --plugin names the folder of a plugin.");
        }

        var projects = Directory.EnumerateFiles(folder, "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
            .Where(project => !project.EndsWith(".Tests.csproj", StringComparison.Ordinal)).ToArray();
        return projects is [var project]
            ? new(folder, project, say)
            : throw new StartupError($"{folder} must have one project besides its tests, and has {projects.Length}.");
    }

    public string Name => Path.GetFileNameWithoutExtension(Project);

    /// <summary>The folder where npm builds its web half; null where that is served as it is written.</summary>
    public string? BuiltWeb => Path.Combine(Folder, "web") is var web && File.Exists(Path.Combine(web, "package.json")) ? web : null;
}
