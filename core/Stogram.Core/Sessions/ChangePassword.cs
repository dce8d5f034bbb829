using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

public sealed record ChangePasswordRequest(
    [property: Required, StringLength(256)] string? CurrentPassword,
    [property: Required, NewPassword] string? NewPassword) : IRequest;

/// <summary>A new password signs every other device out: whoever knew the old one is gone.</summary>
internal sealed class ChangePassword(
    StogramContext db, UserManager<User> users, ProvePassword prove, EndSessions sessions, RevokeSession revoke, AuditLog audit) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, ChangePasswordRequest request, CancellationToken cancellation)
    {
        var proof = await prove.Run(caller, "currentPassword", request.CurrentPassword!);
        if (proof.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var user = proof.Value;
        user.PasswordHash = users.PasswordHasher.HashPassword(user, request.NewPassword!);
        await users.UpdateSecurityStampAsync(user);
        var others = await sessions.Of(caller.UserId, except: caller.SessionId, cancellation);
        await revoke.Mark(others, cancellation);
        await audit.Write(caller, new("password.changed", caller.UserId), cancellation);
        await transaction.CommitAsync(cancellation);
        await revoke.Cut(others);
        return Nothing.Done;
    }
}
