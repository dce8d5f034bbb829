using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>
/// A code of the authenticator, or a recovery code. A code is good once (RFC 6238, section 5.2), and wrong ones count
/// towards the lockout.
/// </summary>
internal sealed class CheckCode(StogramContext db, UserManager<User> users, CountFailure fail, TimeProvider time) : IVerb
{
    // Longer than a code is good for, with the drift that is allowed either way.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private static readonly Refusal Wrong = Refusal.Invalid("code", "That code is not right, or was used already.");

    /// <summary>Null if it is right; it is used up then.</summary>
    public async Task<Refusal?> Run(User user, string code, CancellationToken cancellation)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return ProvePassword.TooMany(user, time);
        }

        var plain = code.Replace(" ", "").Replace("-", "");
        if (await IsOfAuthenticator(user, plain, cancellation) || await IsRecovery(user, code.Trim()))
        {
            return null;
        }

        await fail.Run(user.Id, cancellation);
        return Wrong;
    }

    private async Task<bool> IsOfAuthenticator(User user, string code, CancellationToken cancellation)
    {
        if (code.Length != 6 || !await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return false;
        }

        var now = time.GetUtcNow();
        var used = await db.Users
            .Where(one => one.Id == user.Id && (one.LastCode != code || one.LastCodeAt < now - Remembered || one.LastCodeAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCode, code).SetProperty(one => one.LastCodeAt, now), cancellation);
        // Identity writes back the whole row later on.
        (user.LastCode, user.LastCodeAt) = (code, now);
        return used == 1;
    }

    private async Task<bool> IsRecovery(User user, string code) =>
        user.TwoFactorEnabled && (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;
}
