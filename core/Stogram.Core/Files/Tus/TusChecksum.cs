using System.Security.Cryptography;

namespace Stogram.Core.Files.Tus;

/// <summary>tus 1.0, checksum: what a chunk must come to, or it is as if it had never been sent.</summary>
internal sealed class TusChecksum(IncrementalHash hash, byte[] expected) : IDisposable
{
    public const string Algorithms = "sha1,sha256,md5";

    public IncrementalHash Hash => hash;

    public bool Fits => CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), expected);

    /// <summary>Null if the algorithm is not known or the sum cannot be read.</summary>
    public static TusChecksum? Read(string header)
    {
        var parts = header.Split(' ', 2);
        HashAlgorithmName? algorithm = parts[0] switch
        {
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            "md5" => HashAlgorithmName.MD5,
            _ => null,
        };
        var sum = new byte[64];
        return algorithm is { } known && Convert.TryFromBase64String(parts.ElementAtOrDefault(1) ?? "", sum, out var length)
            ? new(IncrementalHash.CreateHash(known), sum[..length])
            : null;
    }

    public void Dispose() => hash.Dispose();
}
