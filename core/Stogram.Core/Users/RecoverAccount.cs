using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <param name="Password">The new one; null for a link by which the person chooses it.</param>
internal sealed record Recovery(string Login, string? Organization, string? Password, bool ClearSecondFactor);

/// <param name="Who">In words.</param>
/// <param name="Url">Where no password was set.</param>
internal sealed record Recovered(string Who, string? Url);

/// <summary>
/// Lets anybody in again, the owner too, for whoever holds the machine: no e-mail and no other administrator is needed.
/// </summary>
internal sealed class RecoverAccount(
    StogramContext db, UserManager<User> users, FindAccount find, AccountLinks links, TwoFactor twoFactor, AuditLog audit, TimeProvider time)
    : IVerb
{
    public async Task<Outcome<Recovered>> Run(Recovery recovery, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await Find(recovery, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var user = found.Value;
        user.LockoutEnd = null;
        await users.ResetAccessFailedCountAsync(user);
        if (recovery.ClearSecondFactor)
        {
            await twoFactor.Clear(user);
        }

        if (recovery.Password is { } password)
        {
            await SetPassword(user, password, cancellation);
        }

        await audit.Write(user.OrganizationId, null, new("account.recovered", user.Id, After: Values(recovery)), cancellation);
        // After all that changes its stamp, which the link hangs on.
        var url = recovery.Password is null ? await links.Reset(user) : null;
        await transaction.CommitAsync(cancellation);
        var role = UpperSnake.Write(user.Role).ToLowerInvariant();
        return new Recovered($"{user.DisplayName} (@{user.UserName}, {user.Email}), {role} of {user.Organization!.Name}", url);
    }

    private async Task<Outcome<User>> Find(Recovery recovery, CancellationToken cancellation)
    {
        var all = await db.Organizations.Where(one => one.DeletedAt == null && (recovery.Organization == null || one.Slug == recovery.Organization))
            .OrderBy(one => one.Id).Take(20).ToArrayAsync(cancellation);
        if (all.Length == 0)
        {
            return Refusal.Invalid("organization", $"There is no organization '{recovery.Organization}'.");
        }

        if (all.Length > 1)
        {
            return Refusal.Invalid("organization", $"Name the organization with --organization: {string.Join(", ", all.Select(one => one.Slug))}.");
        }

        var user = await find.Run(all[0], recovery.Login);
        return user switch
        {
            null => Refusal.Invalid("login", $"There is nobody called '{recovery.Login}' in {all[0].Name}."),
            { DeactivatedAt: not null } => Refusal.Invalid("login", "That account is deactivated: an administrator reactivates it."),
            _ => user,
        };
    }

    private async Task SetPassword(User user, string password, CancellationToken cancellation)
    {
        var result = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }

        // The sockets are those of other processes, which follow the control log.
        var now = time.GetUtcNow();
        await db.Sessions.Where(session => session.UserId == user.Id && session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), cancellation);
    }

    private static Dictionary<string, string> Values(Recovery recovery) => new()
    {
        ["by"] = recovery.Password is null ? "link" : "password",
        ["secondFactor"] = recovery.ClearSecondFactor ? "cleared" : "kept",
    };
}
