namespace Stogram.Host.Plugins.Packages;

internal static class CopyFolder
{
    /// <summary>With all below it, to where none of it is.</summary>
    public static void Run(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
