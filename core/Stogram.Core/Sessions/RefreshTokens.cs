using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Stogram.Core.Sessions;

/// <summary>
/// A refresh token is session, generation and their HMAC-SHA-256. Deriving it means that nothing secret lies in
/// the database, and that a lost answer can be given again: the same generation is the same token.
/// </summary>
internal sealed class RefreshTokens(Keys keys)
{
    private const int Named = 20;

    public string Write(Guid sessionId, int generation)
    {
        var token = new byte[Named + HMACSHA256.HashSizeInBytes];
        sessionId.TryWriteBytes(token);
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(16), generation);
        HMACSHA256.HashData(keys.RefreshTokens, token.AsSpan(0, Named), token.AsSpan(Named));
        return Base64Url.EncodeToString(token);
    }

    public (Guid SessionId, int Generation)? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[Named + HMACSHA256.HashSizeInBytes];
        if (token.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.TryDecodeFromChars(token, bytes, out var length)
            || length != bytes.Length)
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.RefreshTokens, bytes[..Named], expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[Named..])
            ? (new Guid(bytes[..16]), BinaryPrimitives.ReadInt32BigEndian(bytes[16..]))
            : null;
    }
}
