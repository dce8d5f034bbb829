using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Limits;
using Stogram.Core.Mail;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <param name="Login">E-mail or username.</param>
public sealed record ForgotPasswordRequest(
    [property: Required, StringLength(254)] string? Login,
    [property: StringLength(64)] string? Organization) : INamesAccount
{
    public string AccountOf(HttpRequest http) => AccountNames.OfLogin(Organization, Login);
}

/// <summary>
/// Sends a link for a new password. Answers the same whoever asks for whom. Where no e-mail can be sent it is noted
/// for the administrators, who can hand the link over by themselves.
/// </summary>
internal sealed class ForgotPassword(
    StogramContext db, FindOrganization organizations, FindAccount find, AccountLinks links, MailQueue mail, TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(ForgotPasswordRequest request, CancellationToken cancellation)
    {
        var meant = await organizations.Run(request.Organization, cancellation);
        if (meant.Refusal is { } unclear)
        {
            return unclear;
        }

        var user = await find.Run(meant.Value, request.Login!);
        var (id, now) = (user?.Id ?? Guid.Empty, time.GetUtcNow());
        // Written for nobody too: how long the answer takes must not tell who is known here.
        var known = await db.Users.Where(one => one.Id == id && one.DeactivatedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ResetAskedAt, now), cancellation);
        if (known == 1)
        {
            mail.Send(await Letter(user!));
        }

        return Nothing.Done;
    }

    private async Task<Letter> Letter(User user) => new(
        user.Email!,
        "A new password for Stogram",
        $"""
         Hello {user.DisplayName},

         choose a new password here, within a day:
         {await links.Reset(user)}

         If you did not ask for it, leave it: nothing has changed.
         """);
}
