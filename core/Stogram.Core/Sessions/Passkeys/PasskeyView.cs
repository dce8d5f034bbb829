using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Stogram.Core.Sessions.Passkeys;

/// <param name="Id">The credential's, as WebAuthn writes it (base64url).</param>
/// <param name="IsBackedUp">It is synced, and is not lost with one device.</param>
public sealed record PasskeyView(string Id, string Name, bool IsBackedUp, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    public static PasskeyView Of(UserPasskeyInfo passkey) => new(
        Base64Url.EncodeToString(passkey.CredentialId), passkey.Name!, passkey.IsBackedUp, passkey.CreatedAt, null);

    /// <summary>Null if it cannot be one.</summary>
    public static byte[]? ReadId(string id)
    {
        try
        {
            return Base64Url.DecodeFromChars(id);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
