using Microsoft.AspNetCore.Identity;
using Stogram.Core.Shared;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>
/// A stolen session must not be able to take the account over: what decides over it asks for the password again, and
/// wrong ones count towards the lockout as they do at sign-in.
/// </summary>
internal sealed class ProvePassword(UserManager<User> users, CountFailure fail, ForgetFailures forget, TimeProvider time) : IVerb
{
    public static Refusal TooMany(User user, TimeProvider time) =>
        TooMany(user.LockoutEnd.GetValueOrDefault() - time.GetUtcNow());

    public static Refusal TooMany(TimeSpan wait) => Refusal.RateLimited("Too many wrong passwords.", wait);

    /// <param name="field">Name of the field that carries it, for the refusal.</param>
    public async Task<Outcome<User>> Run(Caller caller, string field, string password)
    {
        var user = (await users.FindByIdAsync(caller.UserId.ToString()))!;
        if (await users.IsLockedOutAsync(user))
        {
            return TooMany(user, time);
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await fail.Run(user.Id, CancellationToken.None);
            return Refusal.Invalid(field, "That is not your password.");
        }

        await forget.Run(user, CancellationToken.None);
        return user;
    }
}
