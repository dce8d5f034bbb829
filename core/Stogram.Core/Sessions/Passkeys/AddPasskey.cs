using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions.Passkeys;

/// <param name="Credential">What navigator.credentials.create() gave, as its toJSON() writes it.</param>
/// <param name="Name">To tell it from others in the list.</param>
public sealed record AddPasskeyRequest(
    [property: Required] Guid? ChallengeId,
    [property: Required, Credential] JsonElement? Credential,
    [property: Required, NotBlank, StringLength(64)] string? Name) : IRequest;

/// <summary>A device is asked for a new passkey once the password was proved, and what it answers is kept.</summary>
internal sealed class AddPasskey(
    StogramContext db,
    UserManager<User> users,
    PasskeyPlace place,
    Challenges challenges,
    ProvePassword prove,
    AuditLog audit,
    IHttpContextAccessor accessor) : IVerb
{
    private const int Most = 20;

    private static readonly Refusal NotGood = Refusal.Invalid("credential", "That passkey cannot be taken. Try again from the start.");

    public async Task<Outcome<PasskeyOptionsView>> Ask(Caller caller, PasswordRequest request, CancellationToken cancellation)
    {
        if (await place.Handler(cancellation) is not { } handler)
        {
            return Refusal.Conflict("This server has no name that passkeys could belong to, only an IP address.");
        }

        var proof = await prove.Run(caller, "password", request.Password!);
        if (proof.Refusal is { } refusal)
        {
            return refusal;
        }

        var user = proof.Value;
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
        {
            return Refusal.Conflict($"{Most} passkeys are the most. Remove one first.");
        }

        var asked = await handler.MakeCreationOptionsAsync(
            new() { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName }, accessor.HttpContext!);
        return await challenges.Keep(user.Id, asked.CreationOptionsJson, asked.AttestationState!, cancellation);
    }

    public async Task<Outcome<PasskeyView>> Run(Caller caller, AddPasskeyRequest request, CancellationToken cancellation)
    {
        if (await challenges.Take(request.ChallengeId!.Value, caller.UserId, cancellation) is not { } state
            || await place.Handler(cancellation) is not { } handler)
        {
            return NotGood;
        }

        var result = await handler.PerformAttestationAsync(new()
        {
            HttpContext = accessor.HttpContext!,
            CredentialJson = request.Credential!.Value.GetRawText(),
            AttestationState = state,
        });
        if (!result.Succeeded || !result.Passkey.IsUserVerified)
        {
            return NotGood;
        }

        result.Passkey.Name = request.Name!.Trim();
        return await Store(caller, result.Passkey, cancellation) ? Outcome<PasskeyView>.New(PasskeyView.Of(result.Passkey)) : NotGood;
    }

    private async Task<bool> Store(Caller caller, UserPasskeyInfo passkey, CancellationToken cancellation)
    {
        var user = (await users.FindByIdAsync(caller.UserId.ToString()))!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            await users.AddOrUpdatePasskeyAsync(user, passkey);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }

        await audit.Write(caller, new("passkey.added", caller.UserId, After: new() { ["name"] = passkey.Name! }), cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
