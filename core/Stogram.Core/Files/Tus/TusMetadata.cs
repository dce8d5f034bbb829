using System.Text;

namespace Stogram.Core.Files.Tus;

/// <summary>tus 1.0, Upload-Metadata: pairs of a key and a value in Base64, separated by commas.</summary>
internal static class TusMetadata
{
    public const int Longest = 4096;

    /// <summary>Null if it is not of that shape.</summary>
    public static Dictionary<string, string>? Read(string header)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var pair in header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ', 2);
            var bytes = new byte[Longest];
            if (!Convert.TryFromBase64String(parts.ElementAtOrDefault(1) ?? "", bytes, out var length)
                || !pairs.TryAdd(parts[0], Encoding.UTF8.GetString(bytes, 0, length)))
            {
                return null;
            }
        }

        return pairs;
    }
}
