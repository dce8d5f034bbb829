using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Invites;

/// <summary>Spends one use of an invitation, in the transaction that makes the account; then opens the chats it names.</summary>
internal sealed class UseInvite(StogramContext db, AddMembers addMembers, TimeProvider time) : IVerb
{
    public static readonly Refusal Bad = Refusal.Forbidden("This invitation is not good any more. Ask for a new one.");

    public async Task<Invite?> Take(Guid organizationId, string code, string email, CancellationToken cancellation)
    {
        var (hash, now) = (CreateInvite.Hash(code), time.GetUtcNow());
        var invite = await db.Invites
            .FromSql($"select * from core.invites where code_hash = {hash} and organization_id = {organizationId} for update")
            .FirstOrDefaultAsync(cancellation);
        var isGood = invite is { RevokedAt: null } && (invite.ExpiresAt is null || invite.ExpiresAt > now)
            && (invite.MaxUses is null || invite.Uses < invite.MaxUses)
            && (invite.Email is null || invite.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
        if (!isGood)
        {
            return null;
        }

        invite!.Uses++;
        return invite;
    }

    /// <summary>After the commit. Whoever invited may have lost a chat meanwhile: then that one is left out.</summary>
    public async Task OpenChats(Invite invite, Guid userId, CancellationToken cancellation)
    {
        var host = await db.Users.AsNoTracking().SingleAsync(user => user.Id == invite.CreatedBy, cancellation);
        var inviter = new Caller(host.Id, host.OrganizationId, Guid.Empty, host.Role, host.IsOperator);
        foreach (var chatId in invite.ChatIds)
        {
            await addMembers.Run(inviter, chatId, new([userId]), cancellation);
        }
    }
}
