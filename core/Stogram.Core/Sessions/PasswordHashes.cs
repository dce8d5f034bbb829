using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>Identity's hasher, counted: it is the dearest thing that somebody unknown can ask of the server.</summary>
internal sealed class PasswordHashes : PasswordHasher<User>
{
    public const string Meter = "Stogram.Core";

    public const string Counter = "stogram.password_hashes";

    private readonly Counter<long> hashes;

    public PasswordHashes(IMeterFactory meters) => hashes = meters.Create(Meter).CreateCounter<long>(Counter);

    public override string HashPassword(User user, string password)
    {
        hashes.Add(1);
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        hashes.Add(1);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
