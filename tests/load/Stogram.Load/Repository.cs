namespace Stogram.Load;

/// <summary>The working tree that this program was built from.</summary>
internal static class Repository
{
    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Stogram.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not below a working tree.");
        }

        return System.IO.Path.Combine([folder.FullName, .. parts]);
    }
}
