using System.Security.Cryptography;

namespace Stogram.Host.Plugins.Packages;

/// <summary>Whose signatures count on this server, by the public keys that the operator has named.</summary>
/// <param name="AreRequired">A package that none of them signed is not taken.</param>
internal sealed record Publishers(IReadOnlyList<Publisher> Known, bool AreRequired)
{
    public static readonly Publishers None = new([], AreRequired: false);

    /// <summary>Null where there is no signature, or it is nobody's here, or not of these bytes.</summary>
    public string? WhoSigned(PackageSignature? signature) => signature is null ? null : Known.FirstOrDefault(one => one.Made(signature))?.Name;
}

/// <param name="Digest">SHA-256 of the zip that it was made for.</param>
internal sealed record PackageSignature(byte[] Digest, byte[] Bytes);

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

    public bool Made(PackageSignature signature)
    {
        using var key = ECDsa.Create(Key);
        return key.VerifyHash(signature.Digest, signature.Bytes, DSASignatureFormat.Rfc3279DerSequence);
    }
}
