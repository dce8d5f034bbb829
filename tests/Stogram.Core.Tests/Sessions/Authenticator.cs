using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Stogram.Core.Tests.Sessions;

/// <summary>What an authenticator app does: time-based one-time passwords, RFC 6238 over RFC 4226, secrets in base32.</summary>
internal static class Authenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Code(string secret, DateTimeOffset at, int digits = 6)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(FromBase32(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % (long)Math.Pow(10, digits)).ToString($"D{digits}");
    }

    public static string ToBase32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(one => Convert.ToString(one, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(five => Alphabet[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]));
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.TrimEnd('=').Select(letter => Convert.ToString(Alphabet.IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
