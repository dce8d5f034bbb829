using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions.Passkeys;

public sealed record RenamePasskeyRequest([property: Required, NotBlank, StringLength(64)] string? Name) : IRequest;

/// <summary>One's own passkeys. To remove one takes the password, as switching off two-step verification does.</summary>
internal sealed class ManagePasskeys(StogramContext db, UserManager<User> users, ProvePassword prove, AuditLog audit) : IVerb
{
    public async Task<Outcome<PasskeyView[]>> List(Caller caller, CancellationToken cancellation)
    {
        var rows = await db.UserPasskeys.AsNoTracking().Where(passkey => passkey.UserId == caller.UserId)
            .Select(passkey => new { passkey, LastUsedAt = EF.Property<DateTimeOffset?>(passkey, StogramContext.PasskeyLastUsedAt) })
            .ToListAsync(cancellation);
        return rows.Select(row => new PasskeyView(
                Base64Url.EncodeToString(row.passkey.CredentialId), row.passkey.Data.Name!, row.passkey.Data.IsBackedUp,
                row.passkey.Data.CreatedAt, row.LastUsedAt))
            .OrderBy(view => view.CreatedAt).ToArray();
    }

    public async Task<Outcome<Nothing?>> Rename(Caller caller, string id, RenamePasskeyRequest request, CancellationToken cancellation)
    {
        var user = (await users.FindByIdAsync(caller.UserId.ToString()))!;
        if (await Find(user, id) is not { } passkey)
        {
            return Refusal.NotFound;
        }

        var (before, after) = (passkey.Name!, request.Name!.Trim());
        passkey.Name = after;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await audit.Write(
            caller, new("passkey.renamed", caller.UserId, new() { ["name"] = before }, new() { ["name"] = after }), cancellation);
        await transaction.CommitAsync(cancellation);
        return Nothing.Done;
    }

    public async Task<Outcome<Nothing?>> Remove(Caller caller, string id, PasswordRequest request, CancellationToken cancellation)
    {
        var user = (await users.FindByIdAsync(caller.UserId.ToString()))!;
        if (await Find(user, id) is not { } passkey)
        {
            return Refusal.NotFound;
        }

        var proof = await prove.Run(caller, "password", request.Password!);
        if (proof.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await users.RemovePasskeyAsync(proof.Value, passkey.CredentialId);
        await audit.Write(caller, new("passkey.removed", caller.UserId, new() { ["name"] = passkey.Name! }), cancellation);
        await transaction.CommitAsync(cancellation);
        return Nothing.Done;
    }

    /// <summary>All of somebody's, in the caller's transaction.</summary>
    public Task Clear(Guid userId) => db.UserPasskeys.Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync();

    private async Task<UserPasskeyInfo?> Find(User user, string id) =>
        PasskeyView.ReadId(id) is { } credential ? await users.GetPasskeyAsync(user, credential) : null;
}
