namespace Stogram.Testing;

/// <summary>The working tree that these tests were built from.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(Find);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root.Value, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Stogram.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not below a working tree.");
        }

        return folder.FullName;
    }
}
