using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Stogram.Core.Sessions;

/// <summary>Who does not exist is locked out as somebody who does: else ten guesses would tell who is known here.</summary>
internal sealed class UnknownLogins(IMemoryCache cache, IOptions<IdentityOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>Counts a try; how long the lockout goes on, or null while there is none.</summary>
    public TimeSpan? Try(string login)
    {
        var tries = cache.GetOrCreate((nameof(UnknownLogins), login), entry =>
        {
            entry.SlidingExpiration = Remembered;
            return new Tries();
        })!;
        lock (tries)
        {
            var (now, lockout) = (time.GetUtcNow(), options.Value.Lockout);
            if (tries.LockedUntil > now)
            {
                return tries.LockedUntil - now;
            }

            if (++tries.Count >= lockout.MaxFailedAccessAttempts)
            {
                (tries.Count, tries.LockedUntil) = (0, now + lockout.DefaultLockoutTimeSpan);
            }

            return null;
        }
    }

    private sealed class Tries
    {
        public int Count { get; set; }

        public DateTimeOffset LockedUntil { get; set; }
    }
}
