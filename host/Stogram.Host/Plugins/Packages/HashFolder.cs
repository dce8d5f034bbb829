using System.Security.Cryptography;
using System.Text;

namespace Stogram.Host.Plugins.Packages;

internal static class HashFolder
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
