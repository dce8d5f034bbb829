using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

public sealed record PasswordRequest([property: Required, StringLength(256)] string? Password) : IRequest;

public sealed record CodeRequest([property: Required, StringLength(16)] string? Code) : IRequest;

/// <param name="Secret">Base32 (RFC 4648), for typing in.</param>
/// <param name="Uri">The same as an <c>otpauth://</c> address, for a QR code.</param>
public sealed record TwoFactorSetupView(string Secret, string Uri);

/// <param name="RecoveryCodes">Each signs in once in place of a code; shown this one time.</param>
public sealed record RecoveryCodesView(string[] RecoveryCodes);

/// <summary>Time-based one-time passwords (RFC 6238), on only after a code of the new secret was proved.</summary>
internal sealed class TwoFactor(
    StogramContext db, UserManager<User> users, ProvePassword prove, CheckCode check, AuditLog audit) : IVerb
{
    private const int RecoveryCodes = 10;

    public async Task<Outcome<TwoFactorSetupView>> SetUp(Caller caller, PasswordRequest request, CancellationToken cancellation)
    {
        var proof = await prove.Run(caller, "password", request.Password!);
        if (proof.Refusal is { } refusal)
        {
            return refusal;
        }

        if (proof.Value.TwoFactorEnabled)
        {
            return Refusal.Conflict("It is on already. Switch it off first to use another device.");
        }

        await users.ResetAuthenticatorKeyAsync(proof.Value);
        var secret = (await users.GetAuthenticatorKeyAsync(proof.Value))!;
        var name = Uri.EscapeDataString(proof.Value.UserName!);
        return new TwoFactorSetupView(secret, $"otpauth://totp/Stogram:{name}?secret={secret}&issuer=Stogram&digits=6&period=30");
    }

    public async Task<Outcome<RecoveryCodesView>> Confirm(Caller caller, CodeRequest request, CancellationToken cancellation)
    {
        var user = (await users.FindByIdAsync(caller.UserId.ToString()))!;
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is null)
        {
            return Refusal.Conflict("Set it up first.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await check.Run(user, request.Code!, cancellation) is { } wrong)
        {
            await transaction.CommitAsync(cancellation);
            return wrong;
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await audit.Write(caller, new("two-factor.enabled", caller.UserId), cancellation);
        await transaction.CommitAsync(cancellation);
        return new RecoveryCodesView([.. codes!]);
    }

    public async Task<Outcome<Nothing?>> Disable(Caller caller, PasswordRequest request, CancellationToken cancellation)
    {
        var proof = await prove.Run(caller, "password", request.Password!);
        if (proof.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Clear(proof.Value);
        await audit.Write(caller, new("two-factor.disabled", caller.UserId), cancellation);
        await transaction.CommitAsync(cancellation);
        return Nothing.Done;
    }

    public async Task Clear(User user)
    {
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes");
    }
}
