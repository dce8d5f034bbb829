using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Audit;
using Stogram.Core.Limits;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <param name="Code">From the link.</param>
public sealed record ResetPasswordRequest(
    [property: Required, StringLength(1024)] string? Code,
    [property: Required, NewPassword] string? Password) : INamesAccount
{
    public string? AccountOf(HttpRequest http) => AccountNames.OfToken(Code);
}

/// <summary>A new password by a link: good once and for a day. It ends every session and the lockout.</summary>
internal sealed class ResetPassword(
    StogramContext db, UserManager<User> users, AccountLinks links, EndSessions sessions, RevokeSession revoke, AuditLog audit) : IVerb
{
    private static readonly Refusal Bad = Refusal.Invalid("code", "This link is not good any more. Ask for a new one.");

    public async Task<Outcome<Nothing?>> Run(ResetPasswordRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await links.Read(request.Code!) is not var (user, token) || user.DeactivatedAt is not null
            || !(await users.ResetPasswordAsync(user, token, request.Password!)).Succeeded)
        {
            return Bad;
        }

        user.ResetAskedAt = null;
        user.LockoutEnd = null;
        await users.ResetAccessFailedCountAsync(user);
        var open = await sessions.Of(user.Id, except: null, cancellation);
        await revoke.Mark(open, cancellation);
        await audit.Write(user.OrganizationId, user.Id, new("password.reset", user.Id), cancellation);
        await transaction.CommitAsync(cancellation);
        await revoke.Cut(open);
        return Nothing.Done;
    }
}
