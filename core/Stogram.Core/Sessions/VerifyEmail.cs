using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Limits;
using Stogram.Core.Mail;
using Stogram.Core.Shared;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <param name="Code">From the link.</param>
public sealed record VerifyEmailRequest([property: Required, StringLength(1024)] string? Code) : INamesAccount
{
    public string? AccountOf(HttpRequest http) => AccountNames.OfToken(Code);
}

/// <summary>Shows that a person reads the address they gave. Nothing asks for it where no e-mail can be sent.</summary>
internal sealed class VerifyEmail(UserManager<User> users, AccountLinks links, MailQueue mail) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(VerifyEmailRequest request) =>
        await links.Read(request.Code!) is var (user, token) && (await users.ConfirmEmailAsync(user, token)).Succeeded
            ? Nothing.Done
            : Refusal.Invalid("code", "This link is not good any more. Ask for a new one.");

    public async Task<Outcome<Nothing?>> Again(Caller caller)
    {
        if (!mail.IsConfigured)
        {
            return Refusal.Conflict("This server cannot send e-mail.");
        }

        var user = (await users.FindByIdAsync(caller.UserId.ToString()))!;
        if (!user.EmailConfirmed)
        {
            await Ask(user);
        }

        return Nothing.Done;
    }

    public async Task Ask(User user)
    {
        if (mail.IsConfigured)
        {
            mail.Send(new(
                user.Email!,
                "Is this your e-mail address?",
                $"""
                 Hello {user.DisplayName},

                 confirm that this is your address, within a day:
                 {await links.Verify(user)}
                 """));
        }
    }
}
