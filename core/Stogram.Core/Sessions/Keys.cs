using System.Security.Cryptography;
using System.Text;

namespace Stogram.Core.Sessions;

/// <summary>One key per purpose, derived from the server's secret (HKDF, RFC 5869).</summary>
internal sealed class Keys(CoreOptions options)
{
    public byte[] AccessTokens { get; } = Derive(options, "access tokens");

    public byte[] RefreshTokens { get; } = Derive(options, "refresh tokens");

    public byte[] FileLinks { get; } = Derive(options, "file links");

    public byte[] SetupLinks { get; } = Derive(options, "set-up links");

    private static byte[] Derive(CoreOptions options, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, options.SigningKey, 32, info: Encoding.UTF8.GetBytes(purpose));
}
