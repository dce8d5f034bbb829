namespace Stogram.Host.Startup;

internal static class ContentRoot
{
    /// <summary>The nearest folder with the web apps: beside a published host, or the project's above a build's output.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
