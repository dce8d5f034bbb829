using System.Security.Cryptography;

namespace Stogram.Host.Plugins.Packages;

/// <summary>Whose signatures count on this server, by the public keys that the operator has named.</summary>
/// <param name="AreRequired">A package that none of them signed is not taken.</param>
internal sealed record Publishers(IReadOnlyList<Publisher> Known, bool AreRequired)
{
    public static readonly Publishers None = new([], AreRequired: false);

    /// <summary>Null where the signature is nobody's here, or not of these bytes.</summary>
    public string? WhoSigned(byte[] zip, byte[] signature) => Known.FirstOrDefault(one => one.Signed(zip, signature))?.Name;
}

/// <summary>ECDSA over SHA-256, the signature as openssl writes it.</summary>
internal sealed record Publisher(string Name, ECParameters Key)
{
    /// <summary>Raises <see cref="ArgumentException"/> or <see cref="CryptographicException"/> for what is no such key.</summary>
    public static Publisher Read(string name, string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new(name, key.ExportParameters(includePrivateParameters: false));
    }

    public bool Signed(byte[] zip, byte[] signature)
    {
        using var key = ECDsa.Create(Key);
        return key.VerifyData(zip, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
