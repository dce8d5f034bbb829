using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>
/// What letters and administrators hand out: an address of the web app with a code that names the person and carries
/// Identity's token. It never comes from the Host header, which whoever asks can choose.
/// </summary>
internal sealed class AccountLinks(UserManager<User> users, OrganizationLinks links) : IVerb
{
    private const int IdLength = 16;

    public async Task<string> Reset(User user) => await Link("reset", user, await users.GeneratePasswordResetTokenAsync(user));

    public async Task<string> Verify(User user) => await Link("verify", user, await users.GenerateEmailConfirmationTokenAsync(user));

    /// <summary>Null if it is no code of ours; whether its token is good is for Identity to say.</summary>
    public async Task<(User User, string Token)?> Read(string code)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(code);
            return bytes.Length > IdLength && await users.FindByIdAsync(new Guid(bytes.AsSpan(0, IdLength)).ToString()) is { } user
                ? (user, Encoding.UTF8.GetString(bytes.AsSpan(IdLength)))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private Task<string> Link(string what, User user, string token) => links.To(
        user.OrganizationId,
        $"{what}={Base64Url.EncodeToString([.. user.Id.ToByteArray(), .. Encoding.UTF8.GetBytes(token)])}",
        CancellationToken.None);
}
